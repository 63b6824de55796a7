# bash completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

# Every command; where a command takes the names of commands and topics, each of those behind it.
_cometapi_phrases='
chat
config get
config path
config set
config show
config unset
help
help authentication
help chat
help config
help config get
help config path
help config set
help config show
help config unset
help environment
help exit-codes
help formats
help help
help model info
help models
help sandbox
help scripting
help streaming
model info
models
sandbox
'

# What a command takes, one argument a line: its flags (a positional has none); the value: words, @ and the name of a
# list, * for anything, - for none; the flags after which it is impossible. Unknown phrases keep what was there.
_cometapi_takes() {
    case $1 in
    '' | 'config' | 'model')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --help -h;-;' ;;
    'chat')
        takes='
        ;*;
        --model -m;@models;--model -m
        --system -s;*;--system -s
        --temperature -t;*;--temperature -t
        --max-tokens;*;--max-tokens
        --stream --no-stream;-;--stream --no-stream
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --help -h;-;' ;;
    'config get')
        takes='
        ;api_key access_token base_url default_model output_format;
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --help -h;-;' ;;
    'config path')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --help -h;-;' ;;
    'config set')
        takes='
        ;api_key access_token base_url default_model output_format;
        ;*;
        --debug;-;--debug
        --help -h;-;' ;;
    'config show')
        takes='
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --help -h;-;' ;;
    'config unset')
        takes='
        ;api_key access_token base_url default_model output_format;
        --debug;-;--debug
        --help -h;-;' ;;
    'help')
        takes='
        ;*;...
        --debug;-;--debug
        --help -h;-;' ;;
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
        --help -h;-;' ;;
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
        --format -f;table json yaml csv markdown;--format -f --json
        --json;-;--format -f --json
        --debug;-;--debug
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --retries;*;--retries
        --help -h;-;' ;;
    'sandbox')
        takes='
        --port;*;--port
        --fail;*;--fail
        --cut-after;*;--cut-after
        --delay;*;--delay
        --debug;-;--debug
        --help -h;-;' ;;
    esac
    [[ $1 ]] || takes+=$'\n--version -V;-;'
}
