# fish completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

# What cometapi knows: its commands, the words that lead to them or follow them, and which flags take a value.
set -g __cometapi_commands 'account' 'api' 'balance' 'chat' 'completion bash' 'completion fish' 'completion install' 'completion powershell' 'completion zsh' 'config edit' 'config get' 'config path' 'config set' 'config show' 'config unset' 'doctor' 'gemini' 'help' 'init' 'logs' 'messages' 'model info' 'models' 'repl' 'response get' 'responses' 'run' 'sandbox' 'stats' 'tasks' 'tasks wait' 'tokens'
set -g __cometapi_phrases $__cometapi_commands completion config model response tasks
set -a __cometapi_phrases 'help '{'account','api','authentication','balance','chat','completion bash','completion fish','completion install','completion powershell','completion zsh','config','config edit','config get','config path','config set','config show','config unset','doctor','environment','exit-codes','formats','gemini','help','init','logs','messages','model info','models','repl','response get','responses','run','sandbox','scripting','stats','streaming','tasks','tasks wait','tokens','completion','model','response'}
set -g __cometapi_valued ' '{--format,--interval,--max-rounds,--max-wait,--reasoning,--retries,--run-tools,--timeout,--tool-timeout,-f}
set -a __cometapi_valued 'account '{--format,--retries,--timeout,-f}
set -a __cometapi_valued 'api '{--field,--header,--input,--retries,--timeout,-f}
set -a __cometapi_valued 'balance '{--format,--retries,--source,--timeout,-f,-s}
set -a __cometapi_valued 'chat '{--audio,--body,--detail,--developer,--file,--format,--frequency-penalty,--image,--logit-bias,--max-completion-tokens,--max-rounds,--max-tokens,--message,--messages,--model,--n,--presence-penalty,--reasoning,--reasoning-effort,--response-format,--retries,--run-tools,--schema,--seed,--service-tier,--set,--stop,--stream-options,--system,--temperature,--timeout,--tool-choice,--tool-result,--tool-timeout,--tools,--top-logprobs,--top-p,--user,-f,-m,-s,-t}
set -a __cometapi_valued 'config get '{--format,-f}
set -a __cometapi_valued 'config path '{--format,-f}
set -a __cometapi_valued 'config show '{--format,-f}
set -a __cometapi_valued 'doctor '{--format,--retries,--timeout,-f}
set -a __cometapi_valued 'gemini '{--aspect-ratio,--audio,--body,--cached-content,--candidates,--file,--format,--image,--image-size,--lat-lng,--max-rounds,--max-tokens,--modality,--model,--reasoning,--retries,--run-tools,--safety,--save,--schema,--seed,--set,--stop,--system,--temperature,--thinking-budget,--thinking-level,--timeout,--tool-mode,--tool-timeout,--tools,--top-k,--top-p,--video,-f,-m,-s,-t}
set -a __cometapi_valued 'init '{--retries,--timeout}
set -a __cometapi_valued 'logs '{--end,--format,--group,--limit,--model,--page,--page-size,--request-id,--retries,--start,--timeout,--token-name,--type,-f,-g,-l,-m,-p,-t}
set -a __cometapi_valued 'messages '{--beta,--body,--effort,--file,--format,--image,--max-rounds,--max-tokens,--messages,--model,--reasoning,--retries,--run-tools,--set,--stop,--system,--temperature,--thinking-budget,--timeout,--tool-choice,--tool-timeout,--tools,--top-k,--top-p,--user,-f,-m,-s,-t}
set -a __cometapi_valued 'model info '{--format,--retries,--timeout,-f}
set -a __cometapi_valued 'models '{--capability,--endpoint,--feature,--format,--limit,--modality,--provider,--retries,--search,--source,--timeout,--type,-f,-l,-s}
set -a __cometapi_valued 'repl '{--retries,--timeout}
set -a __cometapi_valued 'response get '{--format,--retries,--timeout,-f}
set -a __cometapi_valued 'responses '{--body,--effort,--file,--format,--image,--instructions,--interval,--max-rounds,--max-tokens,--max-wait,--model,--previous-response,--reasoning,--reasoning-effort,--reasoning-summary,--retries,--run-tools,--schema,--service-tier,--set,--system,--temperature,--timeout,--tool-choice,--tool-result,--tool-timeout,--tools,--top-p,--truncation,--verbosity,-f,-m,-s,-t}
set -a __cometapi_valued 'run '{--body,--endpoint,--format,--input,--input-file,--prompt,--reasoning,--retries,--set,--timeout,-e,-f,-i,-p}
set -a __cometapi_valued 'sandbox '{--cut-after,--delay,--fail,--port}
set -a __cometapi_valued 'stats '{--format,--retries,--timeout,-f}
set -a __cometapi_valued 'tasks '{--action,--end,--format,--interval,--limit,--max-wait,--page,--page-size,--platform,--retries,--start,--status,--task-id,--timeout,-f,-l,-p}
set -a __cometapi_valued 'tasks wait '{--format,--interval,--max-wait,--retries,--timeout,-f}
set -a __cometapi_valued 'tokens '{--format,--limit,--page,--page-size,--retries,--search,--timeout,-f,-l,-p,-s}

# Words of a list in the cache folder, with their descriptions.
function __cometapi_list -a name
    set -l folder $HOME/.cache
    test -n "$XDG_CACHE_HOME"; and set folder $XDG_CACHE_HOME
    test -r $folder/cometapi/$name.tsv; and string match -r '.+' <$folder/cometapi/$name.tsv
end

# Reads the line, once for all conditions: at is the phrase found, command the part of it that has options, given holds
# the flags and their values, place counts the positionals.
function __cometapi_read
    set -l line "$(commandline -cp)"
    test "$line" = "$__cometapi_line"; and return
    set -g __cometapi_line $line
    set -g __cometapi_at ''
    set -g __cometapi_command ''
    set -g __cometapi_given
    set -g __cometapi_place 0
    set -l ended
    set -l words (commandline -opc)
    while set -e words[1]; and set -q words[1]
        set -l word $words[1]
        if test -z "$ended"; and string match -q -- '-?*' $word
            set -l flag (string match -r -- '^(?:--[^=]*|-.)' $word)
            test "$flag" = --; and set ended 1; and continue
            if not contains -- "$__cometapi_command $flag" $__cometapi_valued
                set -a __cometapi_given $flag
            else if test "$flag" != "$word"
                set -a __cometapi_given $flag $flag=(string replace -r -- '^(?:--[^=]*|-.)=?' '' $word)
            else if set -q words[2]
                set -a __cometapi_given $flag $flag=$words[2]
                set -e words[1]
            end
        else if test $__cometapi_place = 0; and contains -- (string trim -- "$__cometapi_at $word") $__cometapi_phrases
            set __cometapi_at (string trim -- "$__cometapi_at $word")
            contains -- $__cometapi_at $__cometapi_commands; and set __cometapi_command $__cometapi_at
        else
            set __cometapi_place (math $__cometapi_place + 1)
        end
    end
end

# Whether the line has come to this phrase, and no further.
function __cometapi_at -a phrase
    __cometapi_read
    test "$__cometapi_at" = "$phrase" -a $__cometapi_place = 0
end

# Whether the line belongs to this command, and none of the flags that follow is given.
function __cometapi_takes -a command
    __cometapi_read
    test "$__cometapi_command" = "$command"; or return
    for flag in $argv[2..]
        contains -- $flag $__cometapi_given; and return 1
    end
    return 0
end

# Whether the next positional of this command is the one with this number; with a third word, that one or a later one.
function __cometapi_place -a command number more
    __cometapi_takes $command
    and test $__cometapi_place = $number -o -n "$more" -a $__cometapi_place -gt $number
end

complete -c cometapi -e
complete -c cometapi -f
complete -c cometapi -l help -s h -d 'Show this help.'

# Options before the command.
complete -c cometapi -n '__cometapi_at ""' -l version -s V -d 'Show the version.'
complete -c cometapi -n '__cometapi_takes "" --format -f --json --events' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
complete -c cometapi -n '__cometapi_takes "" --reasoning' -l reasoning -x -a 'show hide only' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
complete -c cometapi -n '__cometapi_takes "" --usage' -l usage -d 'Tell tokens and their estimated cost on stderr.'
complete -c cometapi -n '__cometapi_takes "" --format -f --events' -l events -d 'Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_takes "" --raw-text' -l raw-text -d 'Print the answer\'s Markdown on a terminal too, instead of rendering it.'
complete -c cometapi -n '__cometapi_takes "" --strict' -l strict -d 'Refuse what the model\'s provider does not take instead of warning.'
complete -c cometapi -n '__cometapi_takes "" --run-tools' -l run-tools -x -d 'Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.'
complete -c cometapi -n '__cometapi_takes "" --max-rounds' -l max-rounds -x -d 'How often the model may call tools.'
complete -c cometapi -n '__cometapi_takes "" --tool-timeout' -l tool-timeout -x -d 'How long one tool may take.'
complete -c cometapi -n '__cometapi_takes "" --yes' -l yes -d 'Run tools without asking, which is needed outside of a terminal.'
complete -c cometapi -n '__cometapi_takes "" --detail' -l detail -d 'Show every column in table and markdown too.'
complete -c cometapi -n '__cometapi_takes "" --interval' -l interval -x -d 'How long to wait between two looks.'
complete -c cometapi -n '__cometapi_takes "" --max-wait' -l max-wait -x -d 'How long to wait in all.'

complete -c cometapi -n '__cometapi_at ""' -a completion -d 'completion bash, completion fish, completion install, completion powershell, completion zsh'

complete -c cometapi -n '__cometapi_at ""' -a config -d 'config edit, config get, config path, config set, config show, config unset'

complete -c cometapi -n '__cometapi_at ""' -a model -d 'model info'

complete -c cometapi -n '__cometapi_at ""' -a response -d 'response get'

complete -c cometapi -n '__cometapi_at ""' -a account -d 'Show your account.'
complete -c cometapi -n '__cometapi_takes "account" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "account" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "account" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "account" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "account" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "account" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a api -d 'Send a request to any endpoint with the right credential.'
complete -c cometapi -n '__cometapi_place "api" 0' -a 'GET POST PUT PATCH DELETE'
complete -c cometapi -n '__cometapi_takes "api" ' -l field -s f -x -d 'A field of the query or the body; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "api" --input' -l input -x -d 'Start from this JSON body.'
complete -c cometapi -n '__cometapi_takes "api" ' -l header -x -d 'One header more.'
complete -c cometapi -n '__cometapi_takes "api" --paginate' -l paginate -d 'Fetch every page of a list and print its items, one JSON object a line.'
complete -c cometapi -n '__cometapi_takes "api" --yes' -l yes -d 'Send a DELETE without asking.'
complete -c cometapi -n '__cometapi_takes "api" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "api" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "api" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
complete -c cometapi -n '__cometapi_takes "api" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a balance -d 'Show the balance of the account or of the API key.'
complete -c cometapi -n '__cometapi_takes "balance" --source -s' -l source -s s -x -a 'account key token' -d 'The whole account, or the API key; token is another word for key.'
complete -c cometapi -n '__cometapi_takes "balance" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "balance" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "balance" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "balance" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "balance" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "balance" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a chat -d 'Send one message, or have a conversation; answers print as they come.'
complete -c cometapi -n '__cometapi_takes "chat" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "chat" --system -s' -l system -s s -x -d 'Instruction placed before the message.'
complete -c cometapi -n '__cometapi_takes "chat" --developer' -l developer -x -d 'Instruction for newer models (o1 and later), in the place of --system.'
complete -c cometapi -n '__cometapi_takes "chat" --messages' -l messages -x -d 'Messages from a JSON file, placed before the message.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l message -x -d 'One message more, with its role.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l tool-result -x -d 'The result of a tool that the model called, after --messages with that call.'
complete -c cometapi -n '__cometapi_takes "chat" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: low is focused, high is varied.'
complete -c cometapi -n '__cometapi_takes "chat" --top-p' -l top-p -x -d 'Nucleus sampling; change this or the temperature, not both.'
complete -c cometapi -n '__cometapi_takes "chat" --max-tokens' -l max-tokens -x -d 'Longest answer in tokens.'
complete -c cometapi -n '__cometapi_takes "chat" --max-completion-tokens' -l max-completion-tokens -x -d 'Longest answer with its reasoning; for GPT-4.1, GPT-5 and o-series models.'
complete -c cometapi -n '__cometapi_takes "chat" --stream --no-stream' -l stream -d 'Print the answer while it arrives; the default in table and markdown.'
complete -c cometapi -n '__cometapi_takes "chat" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'
complete -c cometapi -n '__cometapi_takes "chat" --n' -l n -x -d 'How many answers to make.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l stop -x -d 'End the answer before this text.'
complete -c cometapi -n '__cometapi_takes "chat" --seed' -l seed -x -d 'Ask for the same answer to the same question.'
complete -c cometapi -n '__cometapi_takes "chat" --presence-penalty' -l presence-penalty -x -d 'Discourage words that are there already.'
complete -c cometapi -n '__cometapi_takes "chat" --frequency-penalty' -l frequency-penalty -x -d 'Discourage words by how often they are there.'
complete -c cometapi -n '__cometapi_takes "chat" --logit-bias' -l logit-bias -x -d 'Token ids and their bias, -100 to 100, as a JSON object.'
complete -c cometapi -n '__cometapi_takes "chat" --logprobs' -l logprobs -d 'Return log probabilities; see them with --json.'
complete -c cometapi -n '__cometapi_takes "chat" --top-logprobs' -l top-logprobs -x -d 'How many likely tokens at each place.'
complete -c cometapi -n '__cometapi_takes "chat" --reasoning-effort' -l reasoning-effort -x -a 'low medium high' -d 'How hard o-series and GPT-5.1+ models think.'
complete -c cometapi -n '__cometapi_takes "chat" --service-tier' -l service-tier -x -a 'auto default flex priority' -d 'How urgently to serve.'
complete -c cometapi -n '__cometapi_takes "chat" --user' -l user -x -d 'Your own id of the end user.'
complete -c cometapi -n '__cometapi_takes "chat" --response-format' -l response-format -x -a 'text json_object json_schema' -d 'Kind of answer; json_schema comes with --schema.'
complete -c cometapi -n '__cometapi_takes "chat" --schema' -l schema -x -d 'Answer in JSON that fits this JSON Schema; it is checked here too.'
complete -c cometapi -n '__cometapi_takes "chat" --tools' -l tools -x -d 'Functions that the model may call, as a JSON list.'
complete -c cometapi -n '__cometapi_takes "chat" --tool-choice' -l tool-choice -x -d 'auto, none, required, or the one function to call.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l image -x -d 'Show an image to the model.'
complete -c cometapi -n '__cometapi_takes "chat" --detail' -l detail -x -a 'low high auto' -d 'How closely images are looked at.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l audio -x -d 'Let the model hear a sound file.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l file -x -d 'Give a document to the model.'
complete -c cometapi -n '__cometapi_takes "chat" --stream-options' -l stream-options -x -d 'Options of the stream, as a JSON object.'
complete -c cometapi -n '__cometapi_takes "chat" --reasoning' -l reasoning -x -a 'show hide only' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
complete -c cometapi -n '__cometapi_takes "chat" --usage' -l usage -d 'Tell tokens and their estimated cost on stderr.'
complete -c cometapi -n '__cometapi_takes "chat" --events --format -f' -l events -d 'Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_takes "chat" --body' -l body -x -d 'Start from this JSON object; options are laid over it.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l set -x -d 'Any other field of the request, such as metadata.user=1; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "chat" --raw-text' -l raw-text -d 'Print the answer\'s Markdown on a terminal too, instead of rendering it.'
complete -c cometapi -n '__cometapi_takes "chat" --strict' -l strict -d 'Refuse what the model\'s provider does not take instead of warning.'
complete -c cometapi -n '__cometapi_takes "chat" --run-tools' -l run-tools -x -d 'Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.'
complete -c cometapi -n '__cometapi_takes "chat" --max-rounds' -l max-rounds -x -d 'How often the model may call tools.'
complete -c cometapi -n '__cometapi_takes "chat" --tool-timeout' -l tool-timeout -x -d 'How long one tool may take.'
complete -c cometapi -n '__cometapi_takes "chat" --yes' -l yes -d 'Run tools without asking, which is needed outside of a terminal.'
complete -c cometapi -n '__cometapi_takes "chat" --events --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "chat" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "chat" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "chat" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "chat" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "chat" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at "completion"' -a bash -d 'Print the completion script for bash.'
complete -c cometapi -n '__cometapi_takes "completion bash" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "completion"' -a fish -d 'Print the completion script for fish.'
complete -c cometapi -n '__cometapi_takes "completion fish" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "completion"' -a install -d 'Put the completion script where your shell looks.'
complete -c cometapi -n '__cometapi_place "completion install" 0' -a 'bash zsh fish powershell'
complete -c cometapi -n '__cometapi_takes "completion install" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "completion"' -a powershell -d 'Print the completion script for PowerShell.'
complete -c cometapi -n '__cometapi_takes "completion powershell" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "completion"' -a zsh -d 'Print the completion script for zsh.'
complete -c cometapi -n '__cometapi_takes "completion zsh" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "config"' -a edit -d 'Open the config file in your editor, and check it afterwards.'
complete -c cometapi -n '__cometapi_takes "config edit" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "config"' -a get -d 'Print the value of one setting.'
complete -c cometapi -n '__cometapi_place "config get" 0' -a 'api_key access_token base_url default_model output_format'
complete -c cometapi -n '__cometapi_takes "config get" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "config get" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "config get" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "config"' -a path -d 'Print where the config file is.'
complete -c cometapi -n '__cometapi_takes "config path" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "config path" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "config path" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "config"' -a set -d 'Store one setting in the config file.'
complete -c cometapi -n '__cometapi_place "config set" 0' -a 'api_key access_token base_url default_model output_format'
complete -c cometapi -n '__cometapi_takes "config set" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "config"' -a show -d 'Show every setting, where its value comes from and what it hides.'
complete -c cometapi -n '__cometapi_takes "config show" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "config show" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "config show" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "config"' -a unset -d 'Remove one setting from the config file.'
complete -c cometapi -n '__cometapi_place "config unset" 0' -a 'api_key access_token base_url default_model output_format'
complete -c cometapi -n '__cometapi_takes "config unset" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a doctor -d 'Check settings, network and keys, and say what to do.'
complete -c cometapi -n '__cometapi_takes "doctor" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "doctor" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "doctor" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "doctor" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "doctor" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
complete -c cometapi -n '__cometapi_takes "doctor" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a gemini -d 'Ask a Gemini model through its native API.'
complete -c cometapi -n '__cometapi_takes "gemini" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l image -x -d 'Show an image to the model.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l audio -x -d 'Let the model hear a sound.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l video -x -d 'Show a video to the model.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l file -x -d 'Give a document to the model.'
complete -c cometapi -n '__cometapi_takes "gemini" --system -s' -l system -s s -x -d 'Instruction for the whole conversation.'
complete -c cometapi -n '__cometapi_takes "gemini" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: low is focused, high is varied.'
complete -c cometapi -n '__cometapi_takes "gemini" --top-p' -l top-p -x -d 'Nucleus sampling.'
complete -c cometapi -n '__cometapi_takes "gemini" --top-k' -l top-k -x -d 'Sample from the N likeliest tokens.'
complete -c cometapi -n '__cometapi_takes "gemini" --max-tokens' -l max-tokens -x -d 'Longest answer in tokens.'
complete -c cometapi -n '__cometapi_takes "gemini" --candidates' -l candidates -x -d 'How many answers to make.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l stop -x -d 'End the answer before this text.'
complete -c cometapi -n '__cometapi_takes "gemini" --seed' -l seed -x -d 'Ask for the same answer to the same question.'
complete -c cometapi -n '__cometapi_takes "gemini" --thinking-level --thinking-budget' -l thinking-level -x -a 'minimal low medium high' -d 'How hard Gemini 3 models think.'
complete -c cometapi -n '__cometapi_takes "gemini" --thinking-level --thinking-budget' -l thinking-budget -x -d 'Tokens that Gemini 2.5 models may think; 0 is off, -1 lets them choose.'
complete -c cometapi -n '__cometapi_takes "gemini" --include-thoughts' -l include-thoughts -d 'Return summaries of the thoughts as reasoning.'
complete -c cometapi -n '__cometapi_takes "gemini" --search' -l search -d 'Let the model search the web with Google.'
complete -c cometapi -n '__cometapi_takes "gemini" --maps' -l maps -d 'Let the model look into Google Maps.'
complete -c cometapi -n '__cometapi_takes "gemini" --code-execution' -l code-execution -d 'Let the model run code.'
complete -c cometapi -n '__cometapi_takes "gemini" --lat-lng' -l lat-lng -x -d 'Where --maps looks from.'
complete -c cometapi -n '__cometapi_takes "gemini" --json-mode --schema' -l json-mode -d 'Answer in JSON.'
complete -c cometapi -n '__cometapi_takes "gemini" --json-mode --schema' -l schema -x -d 'Answer in JSON that fits this schema; it is checked here too.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l modality -x -a 'text image' -d 'What the answer may hold.'
complete -c cometapi -n '__cometapi_takes "gemini" --aspect-ratio' -l aspect-ratio -x -d 'Shape of an image, such as 16:9.'
complete -c cometapi -n '__cometapi_takes "gemini" --image-size' -l image-size -x -d 'Size of an image: 1K, 2K or 4K.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l safety -x -d 'Filter of one category, such as HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH.'
complete -c cometapi -n '__cometapi_takes "gemini" --tools' -l tools -x -d 'Functions that the model may call: a JSON list of declarations.'
complete -c cometapi -n '__cometapi_takes "gemini" --tool-mode' -l tool-mode -x -a 'auto any none' -d 'Whether functions may, must or must not be called.'
complete -c cometapi -n '__cometapi_takes "gemini" --cached-content' -l cached-content -x -d 'Cached content to use, as cachedContents/ID.'
complete -c cometapi -n '__cometapi_takes "gemini" --save' -l save -x -d 'Save images of the answer into this folder.'
complete -c cometapi -n '__cometapi_takes "gemini" --stream --no-stream' -l stream -d 'Print the answer while it arrives; the default in table and markdown.'
complete -c cometapi -n '__cometapi_takes "gemini" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'
complete -c cometapi -n '__cometapi_takes "gemini" --reasoning' -l reasoning -x -a 'show hide only' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
complete -c cometapi -n '__cometapi_takes "gemini" --usage' -l usage -d 'Tell tokens and their estimated cost on stderr.'
complete -c cometapi -n '__cometapi_takes "gemini" --events --format -f' -l events -d 'Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_takes "gemini" --body' -l body -x -d 'Start from this JSON object; options are laid over it.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l set -x -d 'Any other field of the request, such as metadata.user=1; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "gemini" --raw-text' -l raw-text -d 'Print the answer\'s Markdown on a terminal too, instead of rendering it.'
complete -c cometapi -n '__cometapi_takes "gemini" --strict' -l strict -d 'Refuse what the model\'s provider does not take instead of warning.'
complete -c cometapi -n '__cometapi_takes "gemini" --run-tools' -l run-tools -x -d 'Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.'
complete -c cometapi -n '__cometapi_takes "gemini" --max-rounds' -l max-rounds -x -d 'How often the model may call tools.'
complete -c cometapi -n '__cometapi_takes "gemini" --tool-timeout' -l tool-timeout -x -d 'How long one tool may take.'
complete -c cometapi -n '__cometapi_takes "gemini" --yes' -l yes -d 'Run tools without asking, which is needed outside of a terminal.'
complete -c cometapi -n '__cometapi_takes "gemini" --events --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "gemini" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "gemini" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "gemini" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "gemini" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "gemini" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a help -d 'Explain a command or a topic.'
complete -c cometapi -n '__cometapi_at "help"' -a completion -d 'completion bash, completion fish, completion install, completion powershell, completion zsh'
complete -c cometapi -n '__cometapi_at "help"' -a model -d 'model info'
complete -c cometapi -n '__cometapi_at "help"' -a response -d 'response get'
complete -c cometapi -n '__cometapi_at "help"' -a account -d 'Show your account.'
complete -c cometapi -n '__cometapi_at "help"' -a api -d 'Send a request to any endpoint with the right credential.'
complete -c cometapi -n '__cometapi_at "help"' -a authentication -d 'The two credentials and what each is for.'
complete -c cometapi -n '__cometapi_at "help"' -a balance -d 'Show the balance of the account or of the API key.'
complete -c cometapi -n '__cometapi_at "help"' -a chat -d 'Send one message, or have a conversation; answers print as they come.'
complete -c cometapi -n '__cometapi_at "help completion"' -a bash -d 'Print the completion script for bash.'
complete -c cometapi -n '__cometapi_at "help completion"' -a fish -d 'Print the completion script for fish.'
complete -c cometapi -n '__cometapi_at "help completion"' -a install -d 'Put the completion script where your shell looks.'
complete -c cometapi -n '__cometapi_at "help completion"' -a powershell -d 'Print the completion script for PowerShell.'
complete -c cometapi -n '__cometapi_at "help completion"' -a zsh -d 'Print the completion script for zsh.'
complete -c cometapi -n '__cometapi_at "help"' -a config -d 'The config file, its settings, and which value wins.'
complete -c cometapi -n '__cometapi_at "help config"' -a edit -d 'Open the config file in your editor, and check it afterwards.'
complete -c cometapi -n '__cometapi_at "help config"' -a get -d 'Print the value of one setting.'
complete -c cometapi -n '__cometapi_at "help config"' -a path -d 'Print where the config file is.'
complete -c cometapi -n '__cometapi_at "help config"' -a set -d 'Store one setting in the config file.'
complete -c cometapi -n '__cometapi_at "help config"' -a show -d 'Show every setting, where its value comes from and what it hides.'
complete -c cometapi -n '__cometapi_at "help config"' -a unset -d 'Remove one setting from the config file.'
complete -c cometapi -n '__cometapi_at "help"' -a doctor -d 'Check settings, network and keys, and say what to do.'
complete -c cometapi -n '__cometapi_at "help"' -a environment -d 'Environment variables that the program reads.'
complete -c cometapi -n '__cometapi_at "help"' -a exit-codes -d 'What each exit code means.'
complete -c cometapi -n '__cometapi_at "help"' -a formats -d 'The five output formats.'
complete -c cometapi -n '__cometapi_at "help"' -a gemini -d 'Ask a Gemini model through its native API.'
complete -c cometapi -n '__cometapi_at "help"' -a help -d 'Explain a command or a topic.'
complete -c cometapi -n '__cometapi_at "help"' -a init -d 'Ask for keys, model and format, check them, and store them.'
complete -c cometapi -n '__cometapi_at "help"' -a logs -d 'Browse usage logs.'
complete -c cometapi -n '__cometapi_at "help"' -a messages -d 'Ask a Claude model through Anthropic\'s Messages API.'
complete -c cometapi -n '__cometapi_at "help model"' -a info -d 'Show what the catalog knows of one model.'
complete -c cometapi -n '__cometapi_at "help"' -a models -d 'List and search the models of the catalog.'
complete -c cometapi -n '__cometapi_at "help"' -a repl -d 'Run commands one after another without the prefix.'
complete -c cometapi -n '__cometapi_at "help response"' -a get -d 'Fetch an answer that the Responses API has stored.'
complete -c cometapi -n '__cometapi_at "help"' -a responses -d 'Ask a model through the Responses API.'
complete -c cometapi -n '__cometapi_at "help"' -a run -d 'Send one request to a model in any of the four protocols.'
complete -c cometapi -n '__cometapi_at "help"' -a sandbox -d 'Serve every endpoint from sample data on this machine.'
complete -c cometapi -n '__cometapi_at "help"' -a scripting -d 'What scripts and CI can rely on.'
complete -c cometapi -n '__cometapi_at "help"' -a stats -d 'Show the usage of the current month.'
complete -c cometapi -n '__cometapi_at "help"' -a streaming -d 'How answers arrive, and when one counts as whole.'
complete -c cometapi -n '__cometapi_at "help"' -a tasks -d 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
complete -c cometapi -n '__cometapi_at "help tasks"' -a wait -d 'Wait until one task is done, and print its result.'
complete -c cometapi -n '__cometapi_at "help"' -a tokens -d 'List and search your API keys.'
complete -c cometapi -n '__cometapi_takes "help" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a init -d 'Ask for keys, model and format, check them, and store them.'
complete -c cometapi -n '__cometapi_takes "init" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "init" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "init" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
complete -c cometapi -n '__cometapi_takes "init" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a logs -d 'Browse usage logs.'
complete -c cometapi -n '__cometapi_takes "logs" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Only calls of this model; % stands for anything.'
complete -c cometapi -n '__cometapi_takes "logs" --token-name' -l token-name -x -d 'Only calls with the API key of this name.'
complete -c cometapi -n '__cometapi_takes "logs" --type -t' -l type -s t -x -a 'topup consume manage system error refund' -d 'Only entries of this kind.'
complete -c cometapi -n '__cometapi_takes "logs" --start' -l start -x -d 'Only entries at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d.'
complete -c cometapi -n '__cometapi_takes "logs" --end' -l end -x -d 'Only entries at or before DATE; a day counts to its end.'
complete -c cometapi -n '__cometapi_takes "logs" --group -g' -l group -s g -x -d 'Only entries of this group.'
complete -c cometapi -n '__cometapi_takes "logs" --request-id --export --limit -l --all' -l request-id -x -d 'The one entry with this request id, on whichever page it is.'
complete -c cometapi -n '__cometapi_takes "logs" --request-id --export --limit -l --all --page -p --page-size --detail --format -f' -l export -d 'Print the service\'s CSV of all entries.'
complete -c cometapi -n '__cometapi_takes "logs" --request-id --export --limit -l --all' -l limit -s l -x -d 'Print at most N records, over as many pages as it takes.'
complete -c cometapi -n '__cometapi_takes "logs" --request-id --export --limit -l --all' -l all -d 'Print every record, page by page.'
complete -c cometapi -n '__cometapi_takes "logs" --export --page -p' -l page -s p -x -d 'Which page to start with; 1 is the newest.'
complete -c cometapi -n '__cometapi_takes "logs" --export --page-size' -l page-size -x -d 'How many records one request asks for.'
complete -c cometapi -n '__cometapi_takes "logs" --export --detail' -l detail -d 'Show every column in table and markdown too.'
complete -c cometapi -n '__cometapi_takes "logs" --export --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "logs" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "logs" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "logs" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "logs" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "logs" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a messages -d 'Ask a Claude model through Anthropic\'s Messages API.'
complete -c cometapi -n '__cometapi_takes "messages" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "messages" --max-tokens' -l max-tokens -x -d 'Longest answer in tokens; the service wants it named.'
complete -c cometapi -n '__cometapi_takes "messages" --system -s' -l system -s s -x -d 'Instruction for the whole conversation.'
complete -c cometapi -n '__cometapi_takes "messages" --messages' -l messages -x -d 'Messages from a JSON file, placed before the prompt.'
complete -c cometapi -n '__cometapi_takes "messages" ' -l image -x -d 'Show an image to the model.'
complete -c cometapi -n '__cometapi_takes "messages" ' -l file -x -d 'Give a document, such as a PDF, to the model.'
complete -c cometapi -n '__cometapi_takes "messages" --thinking-budget' -l thinking-budget -x -d 'Tokens that the model may think, counted within --max-tokens.'
complete -c cometapi -n '__cometapi_takes "messages" --effort' -l effort -x -a 'low medium high' -d 'How much work the model puts into the answer.'
complete -c cometapi -n '__cometapi_takes "messages" --cache' -l cache -d 'Keep the instruction in the prompt cache.'
complete -c cometapi -n '__cometapi_takes "messages" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: low is focused, high is varied.'
complete -c cometapi -n '__cometapi_takes "messages" --top-p' -l top-p -x -d 'Nucleus sampling.'
complete -c cometapi -n '__cometapi_takes "messages" --top-k' -l top-k -x -d 'Sample from the N likeliest tokens.'
complete -c cometapi -n '__cometapi_takes "messages" ' -l stop -x -d 'End the answer before this text.'
complete -c cometapi -n '__cometapi_takes "messages" --tools' -l tools -x -d 'Tools that the model may call, as a JSON list.'
complete -c cometapi -n '__cometapi_takes "messages" --tool-choice' -l tool-choice -x -d 'auto, any, none, or the one tool to call.'
complete -c cometapi -n '__cometapi_takes "messages" --user' -l user -x -d 'Your own id of the end user.'
complete -c cometapi -n '__cometapi_takes "messages" --beta' -l beta -x -d 'Ask for a feature in beta.'
complete -c cometapi -n '__cometapi_takes "messages" --stream --no-stream' -l stream -d 'Print the answer while it arrives; the default in table and markdown.'
complete -c cometapi -n '__cometapi_takes "messages" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'
complete -c cometapi -n '__cometapi_takes "messages" --reasoning' -l reasoning -x -a 'show hide only' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
complete -c cometapi -n '__cometapi_takes "messages" --usage' -l usage -d 'Tell tokens and their estimated cost on stderr.'
complete -c cometapi -n '__cometapi_takes "messages" --events --format -f' -l events -d 'Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_takes "messages" --body' -l body -x -d 'Start from this JSON object; options are laid over it.'
complete -c cometapi -n '__cometapi_takes "messages" ' -l set -x -d 'Any other field of the request, such as metadata.user=1; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "messages" --raw-text' -l raw-text -d 'Print the answer\'s Markdown on a terminal too, instead of rendering it.'
complete -c cometapi -n '__cometapi_takes "messages" --strict' -l strict -d 'Refuse what the model\'s provider does not take instead of warning.'
complete -c cometapi -n '__cometapi_takes "messages" --run-tools' -l run-tools -x -d 'Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.'
complete -c cometapi -n '__cometapi_takes "messages" --max-rounds' -l max-rounds -x -d 'How often the model may call tools.'
complete -c cometapi -n '__cometapi_takes "messages" --tool-timeout' -l tool-timeout -x -d 'How long one tool may take.'
complete -c cometapi -n '__cometapi_takes "messages" --yes' -l yes -d 'Run tools without asking, which is needed outside of a terminal.'
complete -c cometapi -n '__cometapi_takes "messages" --events --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "messages" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "messages" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "messages" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "messages" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "messages" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at "model"' -a info -d 'Show what the catalog knows of one model.'
complete -c cometapi -n '__cometapi_place "model info" 0' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_takes "model info" --refresh' -l refresh -d 'Fetch anew even if the copy on this machine is fresh.'
complete -c cometapi -n '__cometapi_takes "model info" --no-cache' -l no-cache -d 'Neither read nor write the copy on this machine.'
complete -c cometapi -n '__cometapi_takes "model info" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "model info" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "model info" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "model info" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "model info" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "model info" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a models -d 'List and search the models of the catalog.'
complete -c cometapi -n '__cometapi_takes "models" --search -s' -l search -s s -x -d 'Only models whose id, name, provider or description contains TEXT.'
complete -c cometapi -n '__cometapi_takes "models" --provider --source=openai' -l provider -x -a '(__cometapi_list providers)' -d 'Only models of these providers, separated by commas.'
complete -c cometapi -n '__cometapi_takes "models" --type --modality --source=openai' -l type -l modality -x -d 'Only models of this type: text, image, audio, video ...'
complete -c cometapi -n '__cometapi_takes "models" --feature --capability --source=openai' -l feature -l capability -x -d 'Only models with one of these features, separated by commas.'
complete -c cometapi -n '__cometapi_takes "models" --endpoint --source=openai' -l endpoint -x -d 'Only models whose endpoint name, path or method contains this.'
complete -c cometapi -n '__cometapi_takes "models" --source' -l source -x -a 'catalog openai' -d 'The public catalog, or the model API\'s own list.'
complete -c cometapi -n '__cometapi_takes "models" --limit -l' -l limit -s l -x -d 'Print at most N records.'
complete -c cometapi -n '__cometapi_takes "models" --refresh' -l refresh -d 'Fetch anew even if the copy on this machine is fresh.'
complete -c cometapi -n '__cometapi_takes "models" --no-cache' -l no-cache -d 'Neither read nor write the copy on this machine.'
complete -c cometapi -n '__cometapi_takes "models" --detail' -l detail -d 'Show every column in table and markdown too.'
complete -c cometapi -n '__cometapi_takes "models" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "models" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "models" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "models" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "models" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "models" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a repl -d 'Run commands one after another without the prefix.'
complete -c cometapi -n '__cometapi_takes "repl" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "repl" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "repl" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
complete -c cometapi -n '__cometapi_takes "repl" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at "response"' -a get -d 'Fetch an answer that the Responses API has stored.'
complete -c cometapi -n '__cometapi_takes "response get" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "response get" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "response get" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "response get" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "response get" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "response get" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a responses -d 'Ask a model through the Responses API.'
complete -c cometapi -n '__cometapi_takes "responses" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "responses" --system --instructions -s' -l system -l instructions -s s -x -d 'Instruction that stands before the conversation.'
complete -c cometapi -n '__cometapi_takes "responses" ' -l image -x -d 'Show an image to the model.'
complete -c cometapi -n '__cometapi_takes "responses" ' -l file -x -d 'Give a document to the model.'
complete -c cometapi -n '__cometapi_takes "responses" ' -l tool-result -x -d 'The result of a function that the model called, with --previous-response.'
complete -c cometapi -n '__cometapi_takes "responses" --previous-response' -l previous-response -x -d 'Continue a stored answer.'
complete -c cometapi -n '__cometapi_takes "responses" --reasoning-effort --effort' -l reasoning-effort -l effort -x -a 'minimal low medium high' -d 'How hard the model thinks.'
complete -c cometapi -n '__cometapi_takes "responses" --reasoning-summary' -l reasoning-summary -x -a 'auto concise detailed' -d 'Return a summary of the reasoning.'
complete -c cometapi -n '__cometapi_takes "responses" --verbosity' -l verbosity -x -a 'low medium high' -d 'How long the answer is.'
complete -c cometapi -n '__cometapi_takes "responses" --max-tokens' -l max-tokens -x -d 'Longest answer in tokens.'
complete -c cometapi -n '__cometapi_takes "responses" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: low is focused, high is varied.'
complete -c cometapi -n '__cometapi_takes "responses" --top-p' -l top-p -x -d 'Nucleus sampling.'
complete -c cometapi -n '__cometapi_takes "responses" --schema' -l schema -x -d 'Answer in JSON that fits this JSON Schema; it is checked here too.'
complete -c cometapi -n '__cometapi_takes "responses" --tools' -l tools -x -d 'Tools that the model may use, as a JSON list.'
complete -c cometapi -n '__cometapi_takes "responses" --web-search' -l web-search -d 'Let the model search the web.'
complete -c cometapi -n '__cometapi_takes "responses" --tool-choice' -l tool-choice -x -d 'auto, none, required, or the one function to call.'
complete -c cometapi -n '__cometapi_takes "responses" --store --no-store' -l store -d 'Keep the answer on the server.'
complete -c cometapi -n '__cometapi_takes "responses" --store --no-store' -l no-store -d 'The opposite of --store.'
complete -c cometapi -n '__cometapi_takes "responses" --background --stream --no-stream --run-tools' -l background -d 'Make the answer on the server and wait for it.'
complete -c cometapi -n '__cometapi_takes "responses" --service-tier' -l service-tier -x -a 'auto default flex priority' -d 'How urgently to serve.'
complete -c cometapi -n '__cometapi_takes "responses" --truncation' -l truncation -x -a 'auto disabled' -d 'Whether a conversation that is too long is shortened.'
complete -c cometapi -n '__cometapi_takes "responses" --background --stream --no-stream' -l stream -d 'Print the answer while it arrives; the default in table and markdown.'
complete -c cometapi -n '__cometapi_takes "responses" --background --stream --no-stream' -l no-stream -d 'The opposite of --stream.'
complete -c cometapi -n '__cometapi_takes "responses" --reasoning' -l reasoning -x -a 'show hide only' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
complete -c cometapi -n '__cometapi_takes "responses" --usage' -l usage -d 'Tell tokens and their estimated cost on stderr.'
complete -c cometapi -n '__cometapi_takes "responses" --events --format -f' -l events -d 'Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_takes "responses" --body' -l body -x -d 'Start from this JSON object; options are laid over it.'
complete -c cometapi -n '__cometapi_takes "responses" ' -l set -x -d 'Any other field of the request, such as metadata.user=1; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "responses" --raw-text' -l raw-text -d 'Print the answer\'s Markdown on a terminal too, instead of rendering it.'
complete -c cometapi -n '__cometapi_takes "responses" --strict' -l strict -d 'Refuse what the model\'s provider does not take instead of warning.'
complete -c cometapi -n '__cometapi_takes "responses" --background --run-tools' -l run-tools -x -d 'Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.'
complete -c cometapi -n '__cometapi_takes "responses" --max-rounds' -l max-rounds -x -d 'How often the model may call tools.'
complete -c cometapi -n '__cometapi_takes "responses" --tool-timeout' -l tool-timeout -x -d 'How long one tool may take.'
complete -c cometapi -n '__cometapi_takes "responses" --yes' -l yes -d 'Run tools without asking, which is needed outside of a terminal.'
complete -c cometapi -n '__cometapi_takes "responses" --interval' -l interval -x -d 'How long to wait between two looks.'
complete -c cometapi -n '__cometapi_takes "responses" --max-wait' -l max-wait -x -d 'How long to wait in all.'
complete -c cometapi -n '__cometapi_takes "responses" --events --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "responses" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "responses" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "responses" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "responses" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "responses" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a run -d 'Send one request to a model in any of the four protocols.'
complete -c cometapi -n '__cometapi_place "run" 0' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_takes "run" --endpoint -e' -l endpoint -s e -x -a 'chat responses anthropic gemini' -d 'Which protocol to speak.'
complete -c cometapi -n '__cometapi_takes "run" --prompt -p' -l prompt -s p -x -d 'What to ask.'
complete -c cometapi -n '__cometapi_takes "run" ' -l input -s i -x -d 'A field of the request, such as temperature=0 or metadata.user=1.'
complete -c cometapi -n '__cometapi_takes "run" --input-file' -l input-file -x -d 'Start from the request in this JSON file.'
complete -c cometapi -n '__cometapi_takes "run" --stream --no-stream' -l stream -d 'Print the answer while it arrives; the default in table and markdown.'
complete -c cometapi -n '__cometapi_takes "run" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'
complete -c cometapi -n '__cometapi_takes "run" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "run" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "run" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
complete -c cometapi -n '__cometapi_takes "run" --reasoning' -l reasoning -x -a 'show hide only' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
complete -c cometapi -n '__cometapi_takes "run" --usage' -l usage -d 'Tell tokens and their estimated cost on stderr.'
complete -c cometapi -n '__cometapi_takes "run" --events --format -f' -l events -d 'Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_takes "run" --body' -l body -x -d 'Start from this JSON object; options are laid over it.'
complete -c cometapi -n '__cometapi_takes "run" ' -l set -x -d 'Any other field of the request, such as metadata.user=1; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "run" --raw-text' -l raw-text -d 'Print the answer\'s Markdown on a terminal too, instead of rendering it.'
complete -c cometapi -n '__cometapi_takes "run" --strict' -l strict -d 'Refuse what the model\'s provider does not take instead of warning.'
complete -c cometapi -n '__cometapi_takes "run" --events --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "run" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "run" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a sandbox -d 'Serve every endpoint from sample data on this machine.'
complete -c cometapi -n '__cometapi_takes "sandbox" --port' -l port -x -d 'Port on 127.0.0.1; 0 takes a free one.'
complete -c cometapi -n '__cometapi_takes "sandbox" --fail' -l fail -x -d 'Answer with this HTTP status, the first TIMES requests or all.'
complete -c cometapi -n '__cometapi_takes "sandbox" --cut-after' -l cut-after -x -d 'Close every stream after N events.'
complete -c cometapi -n '__cometapi_takes "sandbox" --delay' -l delay -x -d 'Wait before every reply and between the events of a stream.'
complete -c cometapi -n '__cometapi_takes "sandbox" --debug' -l debug -d 'Show the traceback when something fails.'

complete -c cometapi -n '__cometapi_at ""' -a stats -d 'Show the usage of the current month.'
complete -c cometapi -n '__cometapi_takes "stats" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "stats" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "stats" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "stats" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "stats" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "stats" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a tasks -d 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
complete -c cometapi -n '__cometapi_takes "tasks" --platform' -l platform -x -d 'Only tasks of this platform: suno, mj, luma, kling ...'
complete -c cometapi -n '__cometapi_takes "tasks" --status' -l status -x -d 'Only tasks in this state: SUBMITTED, IN_PROGRESS, SUCCESS, FAILURE ...'
complete -c cometapi -n '__cometapi_takes "tasks" --task-id' -l task-id -x -d 'Only the task with this id.'
complete -c cometapi -n '__cometapi_takes "tasks" --action' -l action -x -d 'Only tasks of this kind, such as MUSIC.'
complete -c cometapi -n '__cometapi_takes "tasks" --start' -l start -x -d 'Only tasks submitted at or after DATE.'
complete -c cometapi -n '__cometapi_takes "tasks" --end' -l end -x -d 'Only tasks submitted at or before DATE.'
complete -c cometapi -n '__cometapi_takes "tasks" --watch' -l watch -d 'Look again until no listed task is running.'
complete -c cometapi -n '__cometapi_takes "tasks" --limit -l --all' -l limit -s l -x -d 'Print at most N records, over as many pages as it takes.'
complete -c cometapi -n '__cometapi_takes "tasks" --limit -l --all' -l all -d 'Print every record, page by page.'
complete -c cometapi -n '__cometapi_takes "tasks" --page -p' -l page -s p -x -d 'Which page to start with; 1 is the newest.'
complete -c cometapi -n '__cometapi_takes "tasks" --page-size' -l page-size -x -d 'How many records one request asks for.'
complete -c cometapi -n '__cometapi_takes "tasks" --detail' -l detail -d 'Show every column in table and markdown too.'
complete -c cometapi -n '__cometapi_takes "tasks" --interval' -l interval -x -d 'How long to wait between two looks.'
complete -c cometapi -n '__cometapi_takes "tasks" --max-wait' -l max-wait -x -d 'How long to wait in all.'
complete -c cometapi -n '__cometapi_takes "tasks" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "tasks" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "tasks" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "tasks" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "tasks" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "tasks" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at "tasks"' -a wait -d 'Wait until one task is done, and print its result.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --detail' -l detail -d 'Show every column in table and markdown too.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --interval' -l interval -x -d 'How long to wait between two looks.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --max-wait' -l max-wait -x -d 'How long to wait in all.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "tasks wait" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'

complete -c cometapi -n '__cometapi_at ""' -a tokens -d 'List and search your API keys.'
complete -c cometapi -n '__cometapi_takes "tokens" --search -s' -l search -s s -x -d 'Only keys whose name contains TEXT.'
complete -c cometapi -n '__cometapi_takes "tokens" --show-keys' -l show-keys -d 'Print the keys whole, where others may see them.'
complete -c cometapi -n '__cometapi_takes "tokens" --limit -l --all' -l limit -s l -x -d 'Print at most N records, over as many pages as it takes.'
complete -c cometapi -n '__cometapi_takes "tokens" --limit -l --all' -l all -d 'Print every record, page by page.'
complete -c cometapi -n '__cometapi_takes "tokens" --page -p' -l page -s p -x -d 'Which page to start with; 1 is the newest.'
complete -c cometapi -n '__cometapi_takes "tokens" --page-size' -l page-size -x -d 'How many records one request asks for.'
complete -c cometapi -n '__cometapi_takes "tokens" --format -f --json' -l format -s f -x -a 'table json yaml csv markdown' -d 'How to print the result.'
complete -c cometapi -n '__cometapi_takes "tokens" --format -f --json' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "tokens" --debug' -l debug -d 'Show the traceback when something fails.'
complete -c cometapi -n '__cometapi_takes "tokens" --sandbox' -l sandbox -d 'Answer from sample data on this machine; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_takes "tokens" --timeout' -l timeout -x -d 'How long to wait for the first byte, and between two pieces of a stream.'
complete -c cometapi -n '__cometapi_takes "tokens" --retries' -l retries -x -d 'How often a call that may be repeated is repeated.'
