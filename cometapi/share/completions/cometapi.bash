# bash completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

# Every command; where a command takes the names of commands and topics, each of those behind it.
_cometapi_phrases='
completion
config
config profile
history
model
response
tasks
tokens
account
api
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
config profile list
config profile remove
config profile show
config profile use
config set
config show
config unset
doctor
gemini
help
help completion
help config
help config profile
help history
help model
help response
help tasks
help tokens
help account
help api
help authentication
help balance
help chat
help completion bash
help completion fish
help completion install
help completion powershell
help completion zsh
help config edit
help config get
help config path
help config profile list
help config profile remove
help config profile show
help config profile use
help config set
help config show
help config unset
help conversation
help doctor
help environment
help exit-codes
help formats
help gemini
help help
help history cost
help history delete
help history export
help history prune
help history search
help history show
help history unfinished
help init
help logs
help messages
help model info
help models
help network
help options
help past
help privacy
help repl
help response get
help responses
help run
help sandbox
help scripting
help stats
help streaming
help tasks get
help tasks wait
help tokens create
help tokens delete
help tokens get
help tokens update
help tools
history cost
history delete
history export
history prune
history search
history show
history unfinished
init
logs
messages
model info
models
repl
response get
responses
run
sandbox
stats
tasks get
tasks wait
tokens create
tokens delete
tokens get
tokens update
'

# The settings that have values to offer, each with those, as below.
_cometapi_settings='
profile;$profiles
secret_store;file keyring
plain_http;refuse allow
default_model;@models
output_format;table json yaml csv markdown
plain;on off
ca;$files
client_cert;$files
client_key;$files
'

# The columns of each command's results.
_cometapi_columns='
account;id username display_name email role status group balance used request_count invitation_code invited
balance;balance used total_topped_up currency source
chat;model content finish_reason prompt_tokens completion_tokens total_tokens
config get;setting value origin shadows
config path;path exists
config profile list;profile in_use api_key access_token base_url default_model
config profile show;setting value origin shadows
config show;setting value origin shadows
doctor;check status detail advice
gemini;model content finish_reason prompt_tokens completion_tokens total_tokens
history;id title model used_at turns cost_usd name command state started_at forked_from unpriced
history cost;model day key calls cost_usd unpriced
history search;id snippet title model used_at exchange
history show;id title name model protocol exported_at started_at used_at forked_from turns cost_usd unpriced messages refused
history unfinished;time state model prompt request_id command error id look_up
logs;time type model cost_usd duration_ms prompt_tokens completion_tokens token_name content stream first_token_ms cache_tokens request_id response_id group endpoint model_ratio completion_ratio group_ratio cache_ratio model_price username user_id ip quota error_code http_status
messages;model content stop_reason input_tokens output_tokens id
model info;id code name provider type features price pricing context_length max_completion_tokens endpoints commands api_doc_url description overview
models;id owned_by created provider type price features context_length max_completion_tokens input_price output_price per_request_price per_second_price currency endpoints api_doc_url
response get;model content status input_tokens output_tokens total_tokens id
responses;model content status input_tokens output_tokens total_tokens id
stats;model key day requests prompt_tokens completion_tokens usage_usd requests_change usage_change success_rate predicted_days_left
tasks;task_id time platform status progress result action model cost_usd started finished data
tasks get;task_id platform action status progress result model cost_usd submitted finished data
tasks wait;task_id platform action status progress result model cost_usd submitted finished data
tokens;id name key status balance used expires last_used created group models allowed_ips
tokens get;id name key status balance used expires last_used created group models allowed_ips
'

# What may follow, one argument a line: its flags (a positional has none); its value: words, @ and the name of a
# kept list, $ and what every program has, * for anything, - for none, a comma before what may be several; the flags after which it is impossible. A phrase without arguments keeps the last ones.
_cometapi_takes() {
    case $1 in
    'account')
        takes='
        '
        _cometapi_shares detail output shape reply file network looking everywhere ;;
    'api')
        takes='
        ;GET POST PUT PATCH DELETE /v1/models /v1/chat/completions /v1/responses /v1/messages /v1/embeddings /api/models /api/user/self /api/user/self/stats /api/log/self /api/log/self/export /api/task/self /api/token/ /api/token/search /api/usage/token;
        ;/v1/models /v1/chat/completions /v1/responses /v1/messages /v1/embeddings /api/models /api/user/self /api/user/self/stats /api/log/self /api/log/self/export /api/task/self /api/token/ /api/token/search /api/usage/token;
        --set;*;
        --body;$files;--body
        --header;*;
        --paginate;-;--paginate --raw
        --format -f;table json yaml csv markdown;--format -f --json --raw
        '
        _cometapi_shares network looking shape reply consent file everywhere ;;
    'balance')
        takes='
        --source -s;account key token;--source -s
        '
        _cometapi_shares output shape reply file network looking everywhere ;;
    'chat')
        takes='
        ;*;
        --model -m;@models;--model -m
        --system -s;*;--system -s
        --developer;*;--developer
        --messages;$files;--messages
        --tool-result;*;
        --message;*;
        --temperature -t;*;--temperature -t
        --top-p;*;--top-p
        --max-tokens;*;--max-tokens
        --max-completion-tokens;*;--max-completion-tokens
        --stream --no-stream;-;--stream --no-stream
        --n;*;--n
        --stop;*;
        --seed;*;--seed
        --presence-penalty;*;--presence-penalty
        --frequency-penalty;*;--frequency-penalty
        --logit-bias;*;--logit-bias
        --logprobs;-;--logprobs
        --top-logprobs;*;--top-logprobs
        --reasoning-effort;low medium high;--reasoning-effort
        --service-tier;auto default flex priority;--service-tier
        --user;*;--user
        --response-format;text json_object json_schema;--response-format
        --schema;$files;--schema
        --tools;$files;--tools
        --tool-choice;*;--tool-choice
        --image;$files;
        --detail;low high auto;--detail
        --audio;$files;
        --file;$files;
        --stream-options;*;--stream-options
        '
        _cometapi_shares answer answer-request tools consent output shape reply file network looking everywhere ;;
    'completion bash')
        takes='
        '
        _cometapi_shares everywhere ;;
    'completion fish')
        takes='
        '
        _cometapi_shares everywhere ;;
    'completion install')
        takes='
        ;bash zsh fish powershell;
        '
        _cometapi_shares everywhere ;;
    'completion powershell')
        takes='
        '
        _cometapi_shares everywhere ;;
    'completion zsh')
        takes='
        '
        _cometapi_shares everywhere ;;
    'config edit')
        takes='
        '
        _cometapi_shares everywhere ;;
    'config get')
        takes='
        ;profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model output_format timeout plain history_max_age history_max_size connect_timeout retries retry_max_wait ca client_cert client_key;
        '
        _cometapi_shares output shape file everywhere ;;
    'config path')
        takes='
        '
        _cometapi_shares output shape file everywhere ;;
    'config profile list')
        takes='
        '
        _cometapi_shares output shape file everywhere ;;
    'config profile remove')
        takes='
        ;$profiles;
        '
        _cometapi_shares consent everywhere ;;
    'config profile show')
        takes='
        ;$profiles;
        '
        _cometapi_shares output shape file everywhere ;;
    'config profile use')
        takes='
        ;$profiles;
        '
        _cometapi_shares everywhere ;;
    'config set')
        takes='
        ;profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model output_format timeout plain history_max_age history_max_size connect_timeout retries retry_max_wait ca client_cert client_key;
        ;$values;
        '
        _cometapi_shares everywhere ;;
    'config show')
        takes='
        '
        _cometapi_shares output shape file everywhere ;;
    'config unset')
        takes='
        ;profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model output_format timeout plain history_max_age history_max_size connect_timeout retries retry_max_wait ca client_cert client_key;
        '
        _cometapi_shares everywhere ;;
    'doctor')
        takes='
        '
        _cometapi_shares output shape network file everywhere ;;
    'gemini')
        takes='
        ;*;
        --model -m;@models;--model -m
        --image;$files;
        --audio;$files;
        --video;$files;
        --file;$files;
        --system -s;*;--system -s
        --temperature -t;*;--temperature -t
        --top-p;*;--top-p
        --top-k;*;--top-k
        --max-tokens;*;--max-tokens
        --candidates;*;--candidates
        --stop;*;
        --seed;*;--seed
        --thinking-level;minimal low medium high;--thinking-level --thinking-budget
        --thinking-budget;*;--thinking-level --thinking-budget
        --include-thoughts;-;--include-thoughts
        --search;-;--search
        --maps;-;--maps
        --code-execution;-;--code-execution
        --lat-lng;*;--lat-lng
        --json-mode;-;--json-mode --schema
        --schema;$files;--json-mode --schema
        --modality;text image;
        --aspect-ratio;1:1 3:4 4:3 9:16 16:9;--aspect-ratio
        --image-size;1K 2K 4K;--image-size
        --safety;*;
        --tools;$files;--tools
        --tool-mode;auto any none;--tool-mode
        --cached-content;*;--cached-content
        --bearer;-;--bearer
        --save;$folders;--save
        --stream --no-stream;-;--stream --no-stream
        '
        _cometapi_shares answer answer-request tools consent output shape reply file network looking everywhere ;;
    'help')
        takes='
        ;*;...
        '
        _cometapi_shares everywhere ;;
    'history')
        takes='
        --all;-;--all --limit -l
        '
        _cometapi_shares output shape order limit detail file everywhere ;;
    'history cost')
        takes='
        --by;model day key;--by
        '
        _cometapi_shares output shape order file everywhere ;;
    'history delete')
        takes='
        ;*;...
        '
        _cometapi_shares consent everywhere ;;
    'history export')
        takes='
        '
        _cometapi_shares file everywhere ;;
    'history prune')
        takes='
        --older-than;*;--older-than
        '
        _cometapi_shares consent everywhere ;;
    'history search')
        takes='
        ;*;...
        '
        _cometapi_shares output shape order limit file everywhere ;;
    'history show')
        takes='
        ;*;
        --markdown;-;--markdown --format -f --json
        '
        _cometapi_shares output shape file everywhere ;;
    'history unfinished')
        takes='
        '
        _cometapi_shares output shape order limit detail file everywhere ;;
    'init')
        takes='
        '
        _cometapi_shares network everywhere ;;
    'logs')
        takes='
        --model -m;@models;--model -m
        --token-name;*;--token-name
        --type -t;topup consume manage system error refund;--type -t
        --start;*;--start
        --end;*;--end --follow
        --group -g;*;--group -g
        --request-id;*;--request-id --export --follow --limit -l --all
        --export;-;--request-id --export --follow --detail --format -f --fields --query --sort --where --limit -l --all --page-size --page -p
        --follow;-;--end --request-id --export --follow --query --raw --output -o --sort --all --page-size --page -p
        --interval;*;--interval
        '
        _cometapi_shares detail output shape reply file order paging page network looking everywhere ;;
    'messages')
        takes='
        ;*;
        --model -m;@models;--model -m
        --max-tokens;*;--max-tokens
        --system -s;*;--system -s
        --messages;$files;--messages
        --image;$files;
        --file;$files;
        --thinking-budget;*;--thinking-budget
        --effort;low medium high;--effort
        --cache;-;--cache
        --temperature -t;*;--temperature -t
        --top-p;*;--top-p
        --top-k;*;--top-k
        --stop;*;
        --tools;$files;--tools
        --tool-choice;*;--tool-choice
        --user;*;--user
        --bearer;-;--bearer
        --beta;*;--beta
        --stream --no-stream;-;--stream --no-stream
        '
        _cometapi_shares answer answer-request tools consent output shape reply file network looking everywhere ;;
    'model info')
        takes='
        ;@models;
        '
        _cometapi_shares output shape reply file network looking everywhere ;;
    'models')
        takes='
        ;@models;
        --search -s;*;--search -s
        --provider;,@providers;--provider --source=openai
        --type --modality;,@types;--type --modality --source=openai
        --feature --capability;,@features;--feature --capability --source=openai
        --endpoint;,@endpoints;--endpoint --source=openai
        --source;catalog openai;--source
        '
        _cometapi_shares limit detail output shape reply file cache order network looking everywhere ;;
    'repl')
        takes='
        '
        _cometapi_shares network everywhere ;;
    'response get')
        takes='
        ;*;
        '
        _cometapi_shares output shape reply file network looking everywhere ;;
    'responses')
        takes='
        ;*;
        --model -m;@models;--model -m
        --system --instructions -s;*;--system --instructions -s
        --tool-result;*;
        --image;$files;
        --file;$files;
        --previous-response;*;--previous-response
        --reasoning-effort --effort;minimal low medium high;--reasoning-effort --effort
        --reasoning-summary;auto concise detailed;--reasoning-summary
        --verbosity;low medium high;--verbosity
        --max-tokens;*;--max-tokens
        --temperature -t;*;--temperature -t
        --top-p;*;--top-p
        --schema;$files;--schema
        --tools;$files;--tools
        --web-search;-;--web-search
        --tool-choice;*;--tool-choice
        --store --no-store;-;--store --no-store
        --background;-;--background --stream --no-stream --run-tools
        --service-tier;auto default flex priority;--service-tier
        --truncation;auto disabled;--truncation
        --stream --no-stream;-;--background --stream --no-stream
        '
        _cometapi_shares answer answer-request tools consent output shape reply file waiting network looking everywhere ;;
    'run')
        takes='
        ;@models;
        --endpoint -e;chat gemini anthropic responses;--endpoint -e
        --prompt -p;*;--prompt -p
        --stream --no-stream;-;--stream --no-stream
        '
        _cometapi_shares network looking reply answer answer-request output shape file everywhere ;;
    'sandbox')
        takes='
        --port;*;--port
        --fail;*;--fail
        --cut-after;*;--cut-after
        --delay;*;--delay
        --any-model;-;--any-model
        '
        _cometapi_shares everywhere ;;
    'stats')
        takes='
        --by;model key day;--by
        --start;*;--start
        --end;*;--end
        '
        _cometapi_shares limit output shape reply file order network looking everywhere ;;
    'tasks')
        takes='
        --platform;suno mj luma kling;--platform
        --status;SUBMITTED IN_PROGRESS SUCCESS FAILURE;--status
        --task-id;*;--task-id
        --action;MUSIC;--action
        --start;*;--start
        --end;*;--end
        --watch;-;--watch
        '
        _cometapi_shares detail output shape reply file order paging page waiting network looking everywhere ;;
    'tasks get')
        takes='
        ;*;
        '
        _cometapi_shares output shape reply file network looking everywhere ;;
    'tasks wait')
        takes='
        ;*;
        '
        _cometapi_shares output shape reply file waiting network looking everywhere ;;
    'tokens')
        takes='
        --search -s;*;--search -s
        --show-keys;-;--show-keys
        '
        _cometapi_shares detail output shape reply file order paging page network looking everywhere ;;
    'tokens create')
        takes='
        ;*;
        --quota;*;--quota
        --expires;*;--expires
        --models;@models;--models
        --group -g;*;--group -g
        --allow-ips;*;--allow-ips
        '
        _cometapi_shares network looking everywhere ;;
    'tokens delete')
        takes='
        ;*;
        '
        _cometapi_shares consent network looking everywhere ;;
    'tokens get')
        takes='
        ;*;
        --show-keys;-;--show-keys
        '
        _cometapi_shares detail output shape reply file network looking everywhere ;;
    'tokens update')
        takes='
        ;*;
        --name;*;--name
        --status;active disabled;--status
        --quota;*;--quota
        --expires;*;--expires
        --models;@models;--models
        --group -g;*;--group -g
        --allow-ips;*;--allow-ips
        '
        _cometapi_shares network looking everywhere ;;
    '' | 'completion' | 'config' | 'config profile' | 'history' | 'model' | 'response' | 'tasks' | 'tokens')
        takes=''
        _cometapi_shares detail output shape reply file network looking everywhere consent answer tools order limit paging page cache waiting ;;
    *) return ;;
    esac
    takes+='--help -h;-;--help'
    [[ $1 ]] || takes+=$'\n--version -V;-;--version'
}

# Adds the options that commands share, by the names of their sets.
_cometapi_shares() {
    local name
    for name; do
        case $name in
        everywhere) takes+='
        --debug;-;--debug
        --quiet -q;-;--quiet -q --verbose
        --verbose;-;--quiet -q --verbose
        --color;auto always never;--color
        --plain;-;--plain
        --no-input;-;--no-input
        --profile;$profiles;--profile
        ' ;;
        network) takes+='
        --sandbox;-;--sandbox
        --timeout;*;--timeout
        --connect-timeout;*;--connect-timeout
        --retries;*;--retries
        --retry-max-wait;*;--retry-max-wait
        --ca;$files;--ca
        --client-cert;$files;--client-cert
        --client-key;$files;--client-key
        ' ;;
        looking) takes+='
        --dry-run;-;--dry-run --curl
        --curl;-;--dry-run --curl
        ' ;;
        output) takes+='
        --format -f;table json yaml csv markdown;--format -f --json --raw --events --markdown --export
        ' ;;
        shape) takes+='
        --json;-;--format -f --json --markdown
        --fields;,$columns;--fields --raw --events --export
        --query;*;--query --raw --events --export --follow
        ' ;;
        file) takes+='
        --output -o;$files;--output -o --follow
        --force;-;--force
        ' ;;
        media) takes+='
        --save;$folders;
        ' ;;
        reply) takes+='
        --raw;-;--format -f --fields --query --raw --paginate --events --follow --sort --where
        ' ;;
        answer) takes+='
        --reasoning;show hide only;--reasoning
        --usage;-;--usage
        --events;-;--events --format -f --fields --query --raw
        --raw-text;-;--raw-text
        --strict;-;--strict
        ' ;;
        answer-request) takes+='
        --body;$files;--body
        --set;*;
        ' ;;
        tools) takes+='
        --run-tools;$folders;--run-tools --background
        --max-rounds;*;--max-rounds
        --tool-timeout;*;--tool-timeout
        ' ;;
        consent) takes+='
        --yes;-;--yes
        ' ;;
        cache) takes+='
        --refresh;-;--refresh
        --no-cache;-;--no-cache
        ' ;;
        order) takes+='
        --sort;$columns;--sort --export --follow --raw
        --where;*;--export --raw
        ' ;;
        limit) takes+='
        --limit -l;*;--all --limit -l
        ' ;;
        detail) takes+='
        --detail;-;--detail --export
        ' ;;
        waiting) takes+='
        --interval;*;--interval
        --max-wait;*;--max-wait
        ' ;;
        paging) takes+='
        --limit -l;*;--request-id --export --limit -l --all
        --all;-;--request-id --export --follow --limit -l --all
        --page-size;*;--export --follow --page-size
        ' ;;
        page) takes+='
        --page -p;*;--export --follow --page -p
        ' ;;
        esac
    done
}

# Answers with those of the words $2... that, with $1 before them, continue what is typed, in the quotes that are open.
_cometapi_offer() {
    local start=$1 word sign escaped
    for word in "${@:2}"; do
        [[ $word && ! ${seen[$word]-} && $start$word == "$current"* ]] || continue
        seen[$word]=1 word=$start$word word=${word#"$head"}
        case $quote in
        \') word=${word//\'/\'\\\'\'} ;;
        \") for sign in \\ \" \$ \`; do escaped=\\$sign word=${word//"$sign"/"$escaped"}; done ;;
        *) [[ $word != *[^A-Za-z0-9_@%+=:,./-]* ]] || printf -v word %q "$word" ;;
        esac
        [[ ! $quote || $word != *"$quote" ]] || word+=$quote # readline closes no quote that looks closed
        COMPREPLY+=("$word")
    done
}

# Answers with values of the argument that has flag $2, or of positional number $2, with $1 before them.
_cometapi_values() {
    local start=$1 folder key line ids=()
    _cometapi_wants "$2" || return
    [[ $kind != \$values ]] || while IFS=';' read -r key kind && [[ $key != "$said" ]]; do :; done <<<"$_cometapi_settings"
    if [[ $kind == ,* ]]; then
        kind=${kind#,} key=${current#"$start"}
        [[ $key != *,* ]] || start=${current%,*},
        while [[ $key == *,* ]]; do seen[${key%%,*}]=1 key=${key#*,}; done
    fi
    case $kind in
    \$columns)
        while IFS=';' read -r key line && [[ $key != "${at% }" ]]; do :; done <<<"$_cometapi_columns"
        read -ra ids <<<"$line" ;;
    \$files) _cometapi_paths files ;;
    \$folders) _cometapi_paths folders ;;
    \$profiles)
        ids=(default) folder=${XDG_CONFIG_HOME:-$HOME/.config}/cometapi key='^ *\[ *profiles *\. *("([^"]*)"|'\''([^'\'']*)'\''|([A-Za-z0-9_-]+))'
        [[ ! -r $folder/config.toml ]] || while read -r line || [[ $line ]]; do
            [[ ! $line =~ $key ]] || ids+=("${BASH_REMATCH[2]}${BASH_REMATCH[3]}${BASH_REMATCH[4]}")
        done <"$folder/config.toml" ;;
    @*)
        folder=${XDG_CACHE_HOME:-$HOME/.cache}/cometapi
        [[ ! -r $folder/${kind#@}.tsv ]] || mapfile -t ids <"$folder/${kind#@}.tsv"
        ids=("${ids[@]%%$'\t'*}") ;;
    *) read -ra ids <<<"${kind#'*'}" ;;
    esac
    _cometapi_offer "$start" "${ids[@]}"
}

# Answers with files, or with the folders alone, that continue what is typed; readline quotes them.
_cometapi_paths() {
    local path sign escaped typed=${current#"$start"} home=''
    [[ $typed != \~/* ]] || home=$HOME typed=$HOME${typed#\~}
    for sign in \\ \* \? \[; do escaped=\\$sign typed=${typed//"$sign"/"$escaped"}; done
    compopt -o filenames
    while IFS= read -r path; do
        [[ $1 != folders || -d $path ]] || continue
        path=$start${home:+\~}${path#"$home"}
        COMPREPLY+=("${path#"$head"}")
    done < <(compgen -G "$typed*")
}

# Makes rows the lines of $1 that are not blank; a here-document would be read one letter at a time.
_cometapi_split() {
    local IFS=$'\n' set=$-
    set -f
    rows=($1)
    [[ $set == *f* ]] || set +f
}

# Whether a value belongs to the argument that has flag $1, or is positional number $1; kind becomes what it may be.
_cometapi_wants() {
    local line flags rivals number=-1 rows=()
    _cometapi_split "$takes"
    for line in "${rows[@]}" ''; do
        flags=${line%%;*} kind=${line#*;} rivals=${line##*;}
        kind=${kind%;*}
        [[ ${flags// /} || ! $kind ]] || flags=$((++number))
        [[ " $flags " == *" $1 "* || $rivals == ... && $1 == [0-9]* ]] && break
    done
    [[ ${kind:--} != - ]]
}

# Takes the quotes off $1: plain is what is meant, quote the one that is open, opened what stands before it.
_cometapi_unquote() {
    local rest=$1 sign
    plain='' quote='' opened=''
    [[ $rest == *[\\\"\']* ]] || plain=$rest rest=''
    while [[ $rest ]]; do
        sign=${rest:0:1} rest=${rest:1}
        if [[ $sign == "$quote" || ! $quote && $sign == [\"\'] ]]; then
            [[ $quote ]] && quote='' || quote=$sign
            opened=$plain
        elif [[ $sign == \\ && $quote != \' && ( ! $quote || $rest == [\\\"\$\`]* ) ]]; then
            plain+=${rest:0:1} rest=${rest:1}
        else
            plain+=$sign
        fi
    done
}

_cometapi() {
    # Readline cuts words at = and : and @ too. Here they are whole; head is what readline leaves alone of the last one.
    local IFS=$' \t\n' line=${COMP_LINE:0:COMP_POINT} words=() last=-1 head piece rest index plain quote opened
    for ((index = 0; index <= COMP_CWORD; index++)); do
        rest=${line#"${line%%[![:space:]]*}"}
        piece=${COMP_WORDS[index]}
        ((index < COMP_CWORD)) || piece=$rest
        [[ $rest == "$line" && $index != 0 ]] || words[++last]=''
        head=${words[last]}
        words[last]+=$piece
        line=${rest#"$piece"}
    done
    [[ ${piece//["$COMP_WORDBREAKS"]/} ]] || head=${words[last]}
    head=${head%[@$]} # which readline takes into the word
    if [[ ${words[last - 1]} == *[\<\>] || ${words[last]} == *[\<\>]* ]]; then
        compopt -o default # of a redirection, a file
        return
    fi
    _cometapi_unquote "$head"
    head=$plain
    for ((index = 0; index <= last; index++)); do
        _cometapi_unquote "${words[index]}"
        words[index]=$plain
    done
    local current=$plain
    [[ ! $quote ]] || head=$opened

    # Up to that word: at is the phrase found, given holds the flags, place counts the positionals, said is the last.
    local at='' given=' ' place=0 said='' ended='' takes='' rows=() kind word flag
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
            said=$word
            ((++place))
        fi
    done

    if ((index > last)); then
        _cometapi_values '' "$flag"
    elif [[ ! $ended && $current == --*=* ]]; then
        _cometapi_values "${current%%=*}=" "${current%%=*}"
    else
        if [[ $ended || $current != -* ]]; then
            ((place)) || _cometapi_split "$_cometapi_phrases"
            for line in "${rows[@]}"; do
                [[ $line == "$at$current"* ]] && rest=${line#"$at"} && _cometapi_offer '' "${rest%% *}"
            done
            _cometapi_values '' "$place"
        fi
        [[ $ended || $current != -* || ${current#-} && $current != --* || ${COMPREPLY[*]} ]] && return
        _cometapi_split "$takes"
        for line in "${rows[@]}"; do
            for flag in ${line##*;}; do [[ $given == *" $flag "* ]] && continue 2; done
            _cometapi_offer '' ${line%%;*}
        done
    fi
}

complete -F _cometapi cometapi
