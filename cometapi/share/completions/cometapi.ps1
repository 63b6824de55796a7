# PowerShell completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

Register-ArgumentCompleter -Native -CommandName cometapi -ScriptBlock {
    param($current, $tree, $cursor)

    # Every command and what leads to it; where a command takes the names of commands and topics, each of those behind it.
    $phrases = [ordered]@{
        'config' = 'config get, config path, config set, config show, config unset'
        'model' = 'model info'
        'chat' = 'Send one message, or have a conversation; answers print as they come.'
        'config get' = 'Print the value of one setting.'
        'config path' = 'Print where the config file is.'
        'config set' = 'Store one setting in the config file.'
        'config show' = 'Show every setting, where its value comes from and what it hides.'
        'config unset' = 'Remove one setting from the config file.'
        'help' = 'Explain a command or a topic.'
        'help model' = 'model info'
        'help authentication' = 'The two credentials and what each is for.'
        'help chat' = 'Send one message, or have a conversation; answers print as they come.'
        'help config' = 'The config file, its settings, and which value wins.'
        'help config get' = 'Print the value of one setting.'
        'help config path' = 'Print where the config file is.'
        'help config set' = 'Store one setting in the config file.'
        'help config show' = 'Show every setting, where its value comes from and what it hides.'
        'help config unset' = 'Remove one setting from the config file.'
        'help environment' = 'Environment variables that the program reads.'
        'help exit-codes' = 'What each exit code means.'
        'help formats' = 'The five output formats.'
        'help help' = 'Explain a command or a topic.'
        'help model info' = 'Show what the catalog knows of one model.'
        'help models' = 'List and search the models of the catalog.'
        'help sandbox' = 'Serve every endpoint from sample data on this machine.'
        'help scripting' = 'What scripts and CI can rely on.'
        'help streaming' = 'How answers arrive, and when one counts as whole.'
        'model info' = 'Show what the catalog knows of one model.'
        'models' = 'List and search the models of the catalog.'
        'sandbox' = 'Serve every endpoint from sample data on this machine.'
    }

    # What a command takes, one argument a line: its flags (a positional has none); its value: words, @ and the name of
    # a list, * for anything, - for none; the flags after which it is impossible; its help.
    $takes = @{
        '' = @(
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
            '--sandbox;-;--sandbox;Answer from sample data on this machine; nothing is sent to the service.'
            '--timeout;*;--timeout;How long to wait for the first byte, and between two pieces of a stream.'
            '--retries;*;--retries;How often a call that may be repeated is repeated.'
        )
        'chat' = @(
            ';*;;What to say; read from a pipe when left out. Neither on a terminal begins a conversation.'
            '--model -m;@models;--model -m;Model that answers.'
            '--system -s;*;--system -s;Instruction placed before the message.'
            '--temperature -t;*;--temperature -t;Sampling temperature: low is focused, high is varied.'
            '--max-tokens;*;--max-tokens;Longest answer in tokens.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer while it arrives; the default in table and markdown.'
            '--raw-text;-;--raw-text;Print the answer''s Markdown on a terminal too, instead of rendering it.'
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
            '--sandbox;-;--sandbox;Answer from sample data on this machine; nothing is sent to the service.'
            '--timeout;*;--timeout;How long to wait for the first byte, and between two pieces of a stream.'
            '--retries;*;--retries;How often a call that may be repeated is repeated.'
        )
        'config get' = @(
            ';api_key access_token base_url default_model output_format;;Which setting.'
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
        'config path' = @(
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
        'config set' = @(
            ';api_key access_token base_url default_model output_format;;Which setting.'
            ';*;;The new value, or - to read it from a pipe; asked for when left out.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
        'config show' = @(
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
        'config unset' = @(
            ';api_key access_token base_url default_model output_format;;Which setting.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
        'help' = @(
            ';*;...;A command, or a topic.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
        'model info' = @(
            ';@models;;Id of the model.'
            '--refresh;-;--refresh;Fetch anew even if the copy on this machine is fresh.'
            '--no-cache;-;--no-cache;Neither read nor write the copy on this machine.'
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
            '--sandbox;-;--sandbox;Answer from sample data on this machine; nothing is sent to the service.'
            '--timeout;*;--timeout;How long to wait for the first byte, and between two pieces of a stream.'
            '--retries;*;--retries;How often a call that may be repeated is repeated.'
        )
        'models' = @(
            '--search -s;*;--search -s;Only models whose id, name, provider or description contains TEXT.'
            '--provider;@providers;--provider --source=openai;Only models of these providers, separated by commas.'
            '--type --modality;*;--type --modality --source=openai;Only models of this type: text, image, audio, video ...'
            '--feature --capability;*;--feature --capability --source=openai;Only models with one of these features, separated by commas.'
            '--endpoint;*;--endpoint --source=openai;Only models whose endpoint name, path or method contains this.'
            '--source;catalog openai;--source;The public catalog, or the model API''s own list.'
            '--limit -l;*;--limit -l;Print at most N records.'
            '--refresh;-;--refresh;Fetch anew even if the copy on this machine is fresh.'
            '--no-cache;-;--no-cache;Neither read nor write the copy on this machine.'
            '--format -f;table json yaml csv markdown;--format -f --json;How to print the result.'
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--debug;-;--debug;Show the traceback when something fails.'
            '--sandbox;-;--sandbox;Answer from sample data on this machine; nothing is sent to the service.'
            '--timeout;*;--timeout;How long to wait for the first byte, and between two pieces of a stream.'
            '--retries;*;--retries;How often a call that may be repeated is repeated.'
        )
        'sandbox' = @(
            '--port;*;--port;Port on 127.0.0.1; 0 takes a free one.'
            '--fail;*;--fail;Answer with this HTTP status, the first TIMES requests or all.'
            '--cut-after;*;--cut-after;Close every stream after N events.'
            '--delay;*;--delay;Wait before every reply and between the events of a stream.'
            '--debug;-;--debug;Show the traceback when something fails.'
        )
    }

    function Get-Row($flag) { $takes[$command] | Where-Object { ($_ -split ';')[0] -split ' ' -ccontains $flag } | Select-Object -First 1 }
    function Show-Word($text, $help) {
        if (-not $text.StartsWith($current)) { return }
        $typed = if ($text -match '^[\w:./=-]+$') { $text } else { "'" + ($text -replace "'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($typed, $text, 'ParameterValue', $(if ($help) { $help } else { $text }))
    }
    function Show-Values($start, $row) {
        $flags, $kind, $rivals, $help = $row -split ';', 4
        if (-not $kind -or $kind -in '*', '-', '@file') { return } # PowerShell itself offers files where nothing is
        if ($kind[0] -ne '@') { $kind -split ' ' | ForEach-Object { Show-Word "$start$_" $help }; return }
        $cache = if ($env:XDG_CACHE_HOME) { $env:XDG_CACHE_HOME } elseif ($env:LOCALAPPDATA) { $env:LOCALAPPDATA } else { "$HOME/.cache" }
        $file = "$cache/cometapi/$($kind.Substring(1)).tsv"
        if (-not (Test-Path $file)) { return }
        Get-Content $file -Encoding utf8 | Select-Object -Unique | ForEach-Object {
            $id, $about = $_ -split "`t", 2
            if ($id) { Show-Word "$start$id" $about }
        }
    }

    # Up to the current word: the phrase found, the command whose options count, the flags given, the positionals.
    $at = $command = ''
    $given, $place, $ended, $waiting = @(), 0, $false, $null
    foreach ($element in $tree.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor }) {
        $word = $element.Extent.Text
        if ($waiting) {
            $given += "$waiting=$word"
            $waiting = $null
        } elseif ($word -eq '--') {
            $ended = $true
        } elseif (-not $ended -and $word -match '^-.') {
            $flag, $value = $word -split '=', 2
            $given += $flag, "$flag=$value"
            $row = Get-Row $flag
            if ($row -and ($row -split ';')[1] -ne '-' -and $null -eq $value) { $waiting = $flag }
        } elseif ($place -eq 0 -and $phrases.Contains("$at $word".Trim())) {
            $at = "$at $word".Trim()
            if ($takes.ContainsKey($at)) { $command = $at }
        } else {
            $place++
        }
    }

    if ($waiting) { return Show-Values '' (Get-Row $waiting) }
    if (-not $ended -and $current -match '^(--[^=]+)=') { return Show-Values $Matches[0] (Get-Row $Matches[1]) }
    if ($ended -or $current -notlike '-*') {
        if ($place -eq 0) {
            $start = "$at ".TrimStart()
            $phrases.Keys | Where-Object { $_.StartsWith($start) -and $_.Substring($start.Length) -notmatch ' ' } |
                ForEach-Object { Show-Word $_.Substring($start.Length) $phrases[$_] }
        }
        $places = @($takes[$command] | Where-Object { $_[0] -eq ';' })
        if ($place -lt $places.Count) { Show-Values '' $places[$place] }
        elseif ($places -and $places[-1] -match '^;[^;]*;\.\.\.;') { Show-Values '' $places[-1] }
        return
    }
    $common = @('--help -h;-;--help -h;Show this help.')
    if (-not $at) { $common += '--version -V;-;--version -V;Show the version.' }
    foreach ($row in @($takes[$command]) + $common) {
        $flags, $kind, $rivals, $help = $row -split ';', 4
        if (-not $flags -or ($rivals -split ' ' | Where-Object { $given -ccontains $_ })) { continue }
        $flags -split ' ' | ForEach-Object { Show-Word $_ $help }
    }
}
