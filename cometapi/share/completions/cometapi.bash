# bash completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

# Every command; where a command takes the names of commands and topics, each of those behind it.
_cometapi_phrases='
account
balance
chat
completion bash
completion fish
completion install
completion powershell
completion zsh
config edit
config get
config path
config set
config show
config unset
doctor
help
help account
help authentication
help balance
help chat
help completion bash
help completion fish
help completion install
help completion powershell
help completion zsh
help config
help config edit
help config get
help config path
help config set
help config show
help config unset
help doctor
help environment
help exit-codes
help formats
help help
help init
help logs
help model info
help models
help repl
help sandbox
help scripting
help stats
help streaming
help tasks
help tasks wait
help tokens
init
logs
model info
models
repl
sandbox
stats
tasks
tasks wait
tokens
'

# What may follow, one argument a line: its flags (a positional has none); its value: words, @ and the name of a list,
# * for anything, - for none; the flags after which it is impossible. A phrase without arguments keeps the last ones.
_cometapi_takes() {
    case $1 in
    'account')
        takes='
        --detail;-;--detail
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'balance')
        takes='
        --source -s;account key token;--source -s
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'chat')
        takes='
        ;*;
        --model -m;@models;--model -m
        --system -s;*;--system -s
        --temperature -t;*;--temperature -t
        --max-tokens;*;--max-tokens
        --stream --no-stream;-;--stream --no-stream
        --raw-text;-;--raw-text
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'completion bash')
        takes='
        --debug;-;--debug
        ' ;;
    'completion fish')
        takes='
        --debug;-;--debug
        ' ;;
    'completion install')
        takes='
        ;bash zsh fish powershell;
        --debug;-;--debug
        ' ;;
    'completion powershell')
        takes='
        --debug;-;--debug
        ' ;;
    'completion zsh')
        takes='
        --debug;-;--debug
        ' ;;
    'config edit')
        takes='
        --debug;-;--debug
        ' ;;
    'config get')
        takes='
        ;api_key access_token base_url default_model output_format;
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        ' ;;
    'config path')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        ' ;;
    'config set')
        takes='
        ;api_key access_token base_url default_model output_format;
        ;*;
        --debug;-;--debug
        ' ;;
    'config show')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        ' ;;
    'config unset')
        takes='
        ;api_key access_token base_url default_model output_format;
        --debug;-;--debug
        ' ;;
    'doctor')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --debug;-;--debug
        ' ;;
    'help')
        takes='
        ;*;...
        --debug;-;--debug
        ' ;;
    'init')
        takes='
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --debug;-;--debug
        ' ;;
    'logs')
        takes='
        --model -m;@models;--model -m
        --token-name;*;--token-name
        --type -t;topup consume manage system error refund;--type -t
        --start;*;--start
        --end;*;--end
        --group -g;*;--group -g
        --request-id;*;--request-id --export --limit -l --all
        --export;-;--request-id --export --limit -l --all --page -p --page-size --detail --format -f
        --limit -l;*;--request-id --export --limit -l --all
        --all;-;--request-id --export --limit -l --all
        --page -p;*;--export --page -p
        --page-size;*;--export --page-size
        --detail;-;--export --detail
        --format -f;table json yaml csv markdown;--export --format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'model info')
        takes='
        ;@models;
        --refresh;-;--refresh
        --no-cache;-;--no-cache
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'models')
        takes='
        --search -s;*;--search -s
        --provider;@providers;--provider --source=openai
        --type --modality;*;--type --modality --source=openai
        --feature --capability;*;--feature --capability --source=openai
        --endpoint;*;--endpoint --source=openai
        --source;catalog openai;--source
        --limit -l;*;--limit -l
        --refresh;-;--refresh
        --no-cache;-;--no-cache
        --detail;-;--detail
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'repl')
        takes='
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --debug;-;--debug
        ' ;;
    'sandbox')
        takes='
        --port;*;--port
        --fail;*;--fail
        --cut-after;*;--cut-after
        --delay;*;--delay
        --debug;-;--debug
        ' ;;
    'stats')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'tasks')
        takes='
        --platform;*;--platform
        --status;*;--status
        --task-id;*;--task-id
        --action;*;--action
        --start;*;--start
        --end;*;--end
        --watch;-;--watch
        --limit -l;*;--limit -l --all
        --all;-;--limit -l --all
        --page -p;*;--page -p
        --page-size;*;--page-size
        --detail;-;--detail
        --interval;*;--interval
        --max-wait;*;--max-wait
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'tasks wait')
        takes='
        ;*;
        --interval;*;--interval
        --max-wait;*;--max-wait
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    'tokens')
        takes='
        --search -s;*;--search -s
        --show-keys;-;--show-keys
        --limit -l;*;--limit -l --all
        --all;-;--limit -l --all
        --page -p;*;--page -p
        --page-size;*;--page-size
        --detail;-;--detail
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        ' ;;
    '' | 'completion' | 'config' | 'model' | 'tasks')
        takes='
        --detail;-;--detail
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --interval;*;--interval
        --max-wait;*;--max-wait
        ' ;;
    *) return ;;
    esac
    takes+='--help -h;-;--help'
    [[ $1 ]] || takes+=$'\n--version -V;-;--version'
}

# Answers with those of the words $2... that, with $1 before them, continue what is typed.
_cometapi_offer() {
    local start=$1 word
    for word in "${@:2}"; do
        [[ $word && ! ${seen[$word]-} && $start$word == "$current"* ]] || continue
        seen[$word]=1 word=$start$word
        printf -v word %q "${word#"$head"}"
        COMPREPLY+=("$word")
    done
}

# Answers with values of the argument that has flag $2, or of positional number $2, with $1 before them.
_cometapi_values() {
    local file id ids=()
    _cometapi_wants "$2" || return
    file=${XDG_CACHE_HOME:-$HOME/.cache}/cometapi/${kind#@}.tsv
    if [[ $kind == @file ]]; then
        compopt -o default
    elif [[ $kind != @* ]]; then
        read -ra ids <<<"${kind#'*'}"
    elif [[ -r $file ]]; then
        while IFS=$'\t' read -r id _ || [[ $id ]]; do [[ $id ]] && ids+=("$id"); done <"$file"
    fi
    _cometapi_offer "$1" "${ids[@]}"
}

# Whether a value belongs to the argument that has flag $1, or is positional number $1; kind becomes what it may be.
_cometapi_wants() {
    local flags rivals number=-1
    while IFS=';' read -r flags kind rivals; do
        [[ ${flags// /} || ! $kind ]] || flags=$((++number))
        [[ " $flags " == *" $1 "* || $rivals == ... && $1 == [0-9]* ]] && break
    done <<<"$takes"
    [[ ${kind:--} != - ]]
}

_cometapi() {
    # Readline cuts words at = and : too. Here they are whole; head is what readline leaves alone of the last one.
    local IFS=$' \t\n' line=${COMP_LINE:0:COMP_POINT} words=() last=-1 head piece rest index
    for ((index = 0; index <= COMP_CWORD; index++)); do
        rest=${line#"${line%%[![:space:]]*}"}
        piece=${COMP_WORDS[index]}
        ((index < COMP_CWORD)) || piece=$rest
        [[ $rest == "$line" && $index != 0 ]] || words[++last]=''
        head=${words[last]}
        words[last]+=$piece
        line=${rest#"$piece"}
    done
    local current=${words[last]}
    [[ $piece != [=:] ]] || head=$current

    # Up to that word: at is the phrase found, given holds the flags, place counts the positionals.
    local at='' given=' ' place=0 ended='' takes='' kind word flag flags rivals
    local -A seen=()
    _cometapi_takes ''
    for ((index = 1; index < last; index++)); do
        word=${words[index]}
        if [[ ! $ended && $word == -- ]]; then
            ended=1
        elif [[ ! $ended && $word == -?* ]]; then
            flag=${word%%=*}
            [[ $word == --* ]] || flag=${word:0:2}
            rest=${word#"$flag"}
            if _cometapi_wants "$flag" && [[ ! $rest ]]; then rest=${words[++index]}; fi
            given+="$flag $flag=${rest#=} "
        elif ((!place)) && [[ $_cometapi_phrases == *$'\n'"$at$word"[$' \n']* ]]; then
            _cometapi_takes "$at$word"
            at+="$word "
        else
            ((++place))
        fi
    done

    if [[ ${words[last - 1]} == *[\<\>] || $current == *[\<\>]* ]]; then
        compopt -o default # of a redirection, a file
    elif ((index > last)); then
        _cometapi_values '' "$flag"
    elif [[ ! $ended && $current == --*=* ]]; then
        _cometapi_values "${current%%=*}=" "${current%%=*}"
    else
        if [[ $ended || $current != -* ]]; then
            while ((!place)) && read -r line; do
                [[ $line == "$at"* ]] && rest=${line#"$at"} && _cometapi_offer '' "${rest%% *}"
            done <<<"$_cometapi_phrases"
            _cometapi_values '' "$place"
        fi
        [[ $ended || ${current#-} && $current != --* || ${COMPREPLY[*]} ]] && return
        while IFS=';' read -r flags kind rivals; do
            for flag in $rivals; do [[ $given == *" $flag "* ]] && continue 2; done
            _cometapi_offer '' $flags
        done <<<"$takes"
    fi
}

complete -F _cometapi cometapi
