# PowerShell completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

Register-ArgumentCompleter -Native -CommandName cometapi -ScriptBlock {
    param($current, $tree, $cursor)
    $current = $current -replace '^[''"]', '' # of a quote that is open

    # Every command and what leads to it; where a command takes the names of commands and topics, each of those behind it.
    $phrases = [ordered]@{
        'completion' = 'Install completion for your shell, or print its script.'
        'config' = 'Read and change settings.'
        'config profile' = 'Keep several accounts apart.'
        'model' = 'Look at one model.'
        'response' = 'Read stored answers.'
        'tasks' = 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
        'tokens' = 'List and search your API keys.'
        'account' = 'Show your account.'
        'api' = 'Send a request to any endpoint with the right credential.'
        'balance' = 'Show the balance of the account or of the API key.'
        'chat' = 'Send one message, or have a conversation; answers print as they come.'
        'completion bash' = 'Print the completion script for bash.'
        'completion fish' = 'Print the completion script for fish.'
        'completion install' = 'Put the completion script where your shell looks.'
        'completion powershell' = 'Print the completion script for PowerShell.'
        'completion zsh' = 'Print the completion script for zsh.'
        'config edit' = 'Open the config file in your editor, and check it afterwards.'
        'config get' = 'Print the value of one setting.'
        'config path' = 'Print where the config file is.'
        'config profile list' = 'List the profiles and what each has.'
        'config profile remove' = 'Remove a profile and its keys.'
        'config profile show' = 'Show the settings of a profile, and where each comes from.'
        'config profile use' = 'Make a profile the default.'
        'config set' = 'Store one setting in the config file.'
        'config show' = 'Show every setting, where its value comes from and what it overrides.'
        'config unset' = 'Remove one setting from the config file.'
        'doctor' = 'Check settings, network and keys, and say what to do.'
        'gemini' = 'Ask a Gemini model through its native API.'
        'help' = 'Show the help of a command or a topic.'
        'help completion' = 'Install completion for your shell, or print its script.'
        'help config' = 'The config file, its settings, and which value wins.'
        'help config profile' = 'Keep several accounts apart.'
        'help model' = 'Look at one model.'
        'help response' = 'Read stored answers.'
        'help tasks' = 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
        'help tokens' = 'List and search your API keys.'
        'help account' = 'Show your account.'
        'help api' = 'Send a request to any endpoint with the right credential.'
        'help authentication' = 'The two credentials and what each is for.'
        'help balance' = 'Show the balance of the account or of the API key.'
        'help chat' = 'Send one message, or have a conversation; answers print as they come.'
        'help completion bash' = 'Print the completion script for bash.'
        'help completion fish' = 'Print the completion script for fish.'
        'help completion install' = 'Put the completion script where your shell looks.'
        'help completion powershell' = 'Print the completion script for PowerShell.'
        'help completion zsh' = 'Print the completion script for zsh.'
        'help config edit' = 'Open the config file in your editor, and check it afterwards.'
        'help config get' = 'Print the value of one setting.'
        'help config path' = 'Print where the config file is.'
        'help config profile list' = 'List the profiles and what each has.'
        'help config profile remove' = 'Remove a profile and its keys.'
        'help config profile show' = 'Show the settings of a profile, and where each comes from.'
        'help config profile use' = 'Make a profile the default.'
        'help config set' = 'Store one setting in the config file.'
        'help config show' = 'Show every setting, where its value comes from and what it overrides.'
        'help config unset' = 'Remove one setting from the config file.'
        'help conversation' = 'Commands and keys inside a conversation.'
        'help doctor' = 'Check settings, network and keys, and say what to do.'
        'help environment' = 'Environment variables that the program reads.'
        'help exit-codes' = 'What each exit code means.'
        'help formats' = 'The five output formats.'
        'help gemini' = 'Ask a Gemini model through its native API.'
        'help help' = 'Show the help of a command or a topic.'
        'help init' = 'Ask for keys, model and format, check them, and store them.'
        'help logs' = 'Browse usage logs.'
        'help messages' = 'Ask a Claude model through Anthropic''s Messages API.'
        'help model info' = 'Show what the catalog knows of one model.'
        'help models' = 'List and search the models of the catalog.'
        'help network' = 'Timeouts, retries, proxies and certificates.'
        'help options' = 'Options that most commands share.'
        'help repl' = 'Run commands one after another without the prefix.'
        'help response get' = 'Fetch an answer that the Responses API has stored.'
        'help responses' = 'Ask a model through the Responses API.'
        'help run' = 'Send one request to a model in any of the four protocols.'
        'help sandbox' = 'Serve every endpoint from sample data on this machine.'
        'help scripting' = 'What scripts and CI can rely on.'
        'help stats' = 'Show the usage of the current month.'
        'help streaming' = 'How answers arrive, and when one counts as whole.'
        'help tasks get' = 'Show one task.'
        'help tasks wait' = 'Wait until one task is done, and print its result.'
        'help tokens create' = 'Create an API key.'
        'help tokens delete' = 'Delete an API key.'
        'help tokens get' = 'Show one API key.'
        'help tools' = 'Let a model call programs on this machine.'
        'init' = 'Ask for keys, model and format, check them, and store them.'
        'logs' = 'Browse usage logs.'
        'messages' = 'Ask a Claude model through Anthropic''s Messages API.'
        'model info' = 'Show what the catalog knows of one model.'
        'models' = 'List and search the models of the catalog.'
        'repl' = 'Run commands one after another without the prefix.'
        'response get' = 'Fetch an answer that the Responses API has stored.'
        'responses' = 'Ask a model through the Responses API.'
        'run' = 'Send one request to a model in any of the four protocols.'
        'sandbox' = 'Serve every endpoint from sample data on this machine.'
        'stats' = 'Show the usage of the current month.'
        'tasks get' = 'Show one task.'
        'tasks wait' = 'Wait until one task is done, and print its result.'
        'tokens create' = 'Create an API key.'
        'tokens delete' = 'Delete an API key.'
        'tokens get' = 'Show one API key.'
    }

    # What a command takes, one argument a line: its flags (a positional has none); its value: words, @ and the name of
    # a kept list, $ and what every program has, * for anything, - for none, a comma before what may be several; the
    # flags after which it is impossible; its help.
    $takes = @{
        'account' = @(
        )
        'api' = @(
            ';GET POST PUT PATCH DELETE;;HTTP method; GET when left out, POST with fields or a body.'
            ';/v1/models /v1/embeddings /api/user/self /api/log/self;;Path of the endpoint, such as /v1/models or /api/user/self.'
            '--set;*;;A field of the query or the body; the value is JSON or text.'
            '--body;$files;--body;Start from this JSON body.'
            '--header;*;;Add a header.'
            '--paginate;-;--paginate --raw;Fetch every page of a list and print its items, one JSON object a line; in one list with --format, --fields or --query.'
            '--format -f;table json yaml csv markdown;--format -f --json --raw;How to print the reply; JSON when left out, and a single text as it is.'
        )
        'balance' = @(
            '--source -s;account key token;--source -s;The whole account, or the API key; token is another word for key.'
        )
        'chat' = @(
            ';*;;What to say; read from a pipe when left out. On a terminal without either, a conversation begins.'
            '--model -m;@models;--model -m;Model that answers.'
            '--system -s;*;--system -s;Instruction placed before the message.'
            '--developer;*;--developer;Instruction for newer models (o1 and later), in the place of --system.'
            '--messages;$files;--messages;Messages placed before the message: a JSON list, or a conversation saved with /save.'
            '--tool-result;*;;The result of a tool that the model called, after --messages with that call.'
            '--message;*;;Add a message with this role.'
            '--temperature -t;*;--temperature -t;Sampling temperature: low is focused, high is varied.'
            '--top-p;*;--top-p;Nucleus sampling; change this or the temperature, not both.'
            '--max-tokens;*;--max-tokens;Maximum output tokens.'
            '--max-completion-tokens;*;--max-completion-tokens;Maximum output tokens, reasoning included; for GPT-4.1, GPT-5 and o-series models.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer while it arrives; the default in table and markdown.'
            '--n;*;--n;How many answers to make.'
            '--stop;*;;End the answer before this text.'
            '--seed;*;--seed;Ask for the same answer to the same question.'
            '--presence-penalty;*;--presence-penalty;Discourage words that are there already.'
            '--frequency-penalty;*;--frequency-penalty;Discourage words by how often they are there.'
            '--logit-bias;*;--logit-bias;Token ids and their bias, -100 to 100, as a JSON object.'
            '--logprobs;-;--logprobs;Return log probabilities; see them with --json.'
            '--top-logprobs;*;--top-logprobs;How many likely tokens at each place.'
            '--reasoning-effort;low medium high;--reasoning-effort;How hard o-series and GPT-5.1+ models think.'
            '--service-tier;auto default flex priority;--service-tier;How urgently to serve.'
            '--user;*;--user;Your ID for the end user.'
            '--response-format;text json_object json_schema;--response-format;Kind of answer; json_schema comes with --schema.'
            '--schema;$files;--schema;Answer in JSON that fits this JSON Schema; it is checked here too.'
            '--tools;$files;--tools;Functions that the model may call, as a JSON list.'
            '--tool-choice;*;--tool-choice;auto, none, required, or the one function to call.'
            '--image;$files;;Attach an image.'
            '--detail;low high auto;--detail;Image detail.'
            '--audio;$files;;Attach an audio file.'
            '--file;$files;;Attach a document.'
            '--stream-options;*;--stream-options;Options of the stream, as a JSON object.'
        )
        'completion bash' = @(
        )
        'completion fish' = @(
        )
        'completion install' = @(
            ';bash zsh fish powershell;;Which shell; yours when left out.'
        )
        'completion powershell' = @(
        )
        'completion zsh' = @(
        )
        'config edit' = @(
        )
        'config get' = @(
            ';profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model output_format timeout plain connect_timeout retries retry_max_wait ca client_cert client_key;;Which setting.'
        )
        'config path' = @(
        )
        'config profile list' = @(
        )
        'config profile remove' = @(
            ';$profiles;;Which profile.'
        )
        'config profile show' = @(
            ';$profiles;;Which profile; the one in use when left out.'
        )
        'config profile use' = @(
            ';$profiles;;Which profile.'
        )
        'config set' = @(
            ';profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model output_format timeout plain connect_timeout retries retry_max_wait ca client_cert client_key;;Which setting.'
            ';$values;;The new value, or - to read it from a pipe; asked for when left out.'
        )
        'config show' = @(
        )
        'config unset' = @(
            ';profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model output_format timeout plain connect_timeout retries retry_max_wait ca client_cert client_key;;Which setting.'
        )
        'doctor' = @(
        )
        'gemini' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;--model -m;Model that answers.'
            '--image;$files;;Attach an image.'
            '--audio;$files;;Attach an audio file.'
            '--video;$files;;Attach a video.'
            '--file;$files;;Attach a document.'
            '--system -s;*;--system -s;Instruction for the whole conversation.'
            '--temperature -t;*;--temperature -t;Sampling temperature: low is focused, high is varied.'
            '--top-p;*;--top-p;Nucleus sampling.'
            '--top-k;*;--top-k;Sample from the N likeliest tokens.'
            '--max-tokens;*;--max-tokens;Maximum output tokens.'
            '--candidates;*;--candidates;How many answers to make.'
            '--stop;*;;End the answer before this text.'
            '--seed;*;--seed;Ask for the same answer to the same question.'
            '--thinking-level;minimal low medium high;--thinking-level --thinking-budget;How hard Gemini 3 models think.'
            '--thinking-budget;*;--thinking-level --thinking-budget;Tokens that Gemini 2.5 models may think; 0 is off, -1 lets them choose.'
            '--include-thoughts;-;--include-thoughts;Return summaries of the thoughts as reasoning.'
            '--search;-;--search;Let the model search the web with Google.'
            '--maps;-;--maps;Let the model look into Google Maps.'
            '--code-execution;-;--code-execution;Let the model run code.'
            '--lat-lng;*;--lat-lng;Where --maps looks from.'
            '--json-mode;-;--json-mode --schema;Answer in JSON.'
            '--schema;$files;--json-mode --schema;Answer in JSON that fits this schema; it is checked here too.'
            '--modality;text image;;What the answer may hold.'
            '--aspect-ratio;1:1 3:4 4:3 9:16 16:9;--aspect-ratio;Shape of an image, such as 16:9.'
            '--image-size;1K 2K 4K;--image-size;Size of an image: 1K, 2K or 4K.'
            '--safety;*;;Filter of one category, such as HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH.'
            '--tools;$files;--tools;Functions that the model may call: a JSON list of declarations.'
            '--tool-mode;auto any none;--tool-mode;Whether functions may, must or must not be called.'
            '--cached-content;*;--cached-content;Cached content to use, as cachedContents/ID.'
            '--save;$folders;--save;Save images of the answer into this folder.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer while it arrives; the default in table and markdown.'
        )
        'help' = @(
            ';*;...;A command, or a topic.'
        )
        'init' = @(
        )
        'logs' = @(
            '--model -m;@models;--model -m;Only calls of this model; % stands for anything.'
            '--token-name;*;--token-name;Only calls with the API key of this name.'
            '--type -t;topup consume manage system error refund;--type -t;Only entries of this kind.'
            '--start;*;--start;Only entries at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d.'
            '--end;*;--end;Only entries at or before DATE; a day counts to its end.'
            '--group -g;*;--group -g;Only entries of this group.'
            '--request-id;*;--request-id --export --limit -l --all;The one entry with this request id, on whichever page it is.'
            '--export;-;--request-id --export --detail --format -f --fields --query --sort --where --limit -l --all --page-size --page -p;Print the service''s CSV of all entries.'
        )
        'messages' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;--model -m;Model that answers.'
            '--max-tokens;*;--max-tokens;Maximum output tokens (the API requires it).'
            '--system -s;*;--system -s;Instruction for the whole conversation.'
            '--messages;$files;--messages;Messages placed before the prompt: a JSON list, or a conversation saved with /save.'
            '--image;$files;;Attach an image.'
            '--file;$files;;Attach a document, such as a PDF.'
            '--thinking-budget;*;--thinking-budget;Tokens that the model may think, counted within --max-tokens.'
            '--effort;low medium high;--effort;How much work the model puts into the answer.'
            '--cache;-;--cache;Keep the instruction in the prompt cache.'
            '--temperature -t;*;--temperature -t;Sampling temperature: low is focused, high is varied.'
            '--top-p;*;--top-p;Nucleus sampling.'
            '--top-k;*;--top-k;Sample from the N likeliest tokens.'
            '--stop;*;;End the answer before this text.'
            '--tools;$files;--tools;Tools that the model may call, as a JSON list.'
            '--tool-choice;*;--tool-choice;auto, any, none, or the one tool to call.'
            '--user;*;--user;Your ID for the end user.'
            '--beta;*;--beta;Ask for a feature in beta.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer while it arrives; the default in table and markdown.'
        )
        'model info' = @(
            ';@models;;Id of the model.'
        )
        'models' = @(
            ';@models;;Only models whose id, name, provider or description contains TEXT; the same as --search.'
            '--search -s;*;--search -s;Only models whose id, name, provider or description contains TEXT.'
            '--provider;,@providers;--provider --source=openai;Only models of these providers, separated by commas.'
            '--type --modality;,@types;--type --modality --source=openai;Only models of this type: text, image, audio, video ...'
            '--feature --capability;,@features;--feature --capability --source=openai;Only models with one of these features, separated by commas.'
            '--endpoint;,@endpoints;--endpoint --source=openai;Only models whose endpoint name, path or method contains this.'
            '--source;catalog openai;--source;The public catalog, or the model API''s own list.'
        )
        'repl' = @(
        )
        'response get' = @(
            ';*;;Id of the answer, such as resp_abc123.'
        )
        'responses' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;--model -m;Model that answers.'
            '--system --instructions -s;*;--system --instructions -s;Instruction that stands before the conversation.'
            '--tool-result;*;;The result of a function that the model called, with --previous-response.'
            '--image;$files;;Attach an image.'
            '--file;$files;;Attach a document.'
            '--previous-response;*;--previous-response;Continue a stored answer.'
            '--reasoning-effort --effort;minimal low medium high;--reasoning-effort --effort;How hard the model thinks.'
            '--reasoning-summary;auto concise detailed;--reasoning-summary;Return a summary of the reasoning.'
            '--verbosity;low medium high;--verbosity;How long the answer is.'
            '--max-tokens;*;--max-tokens;Maximum output tokens.'
            '--temperature -t;*;--temperature -t;Sampling temperature: low is focused, high is varied.'
            '--top-p;*;--top-p;Nucleus sampling.'
            '--schema;$files;--schema;Answer in JSON that fits this JSON Schema; it is checked here too.'
            '--tools;$files;--tools;Tools that the model may use, as a JSON list.'
            '--web-search;-;--web-search;Let the model search the web.'
            '--tool-choice;*;--tool-choice;auto, none, required, or the one function to call.'
            '--store --no-store;-;--store --no-store;Keep the answer on the server.'
            '--background;-;--background --stream --no-stream --run-tools;Make the answer on the server and wait for it.'
            '--service-tier;auto default flex priority;--service-tier;How urgently to serve.'
            '--truncation;auto disabled;--truncation;Whether a conversation that is too long is shortened.'
            '--stream --no-stream;-;--background --stream --no-stream;Print the answer while it arrives; the default in table and markdown.'
        )
        'run' = @(
            ';@models;;Model that answers.'
            '--endpoint -e;chat gemini anthropic responses;--endpoint -e;Which protocol to speak.'
            '--prompt -p;*;--prompt -p;What to ask.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer while it arrives; the default in table and markdown.'
        )
        'sandbox' = @(
            '--port;*;--port;Port on 127.0.0.1; 0 takes a free one.'
            '--fail;*;--fail;Answer with this HTTP status, the first TIMES requests or all.'
            '--cut-after;*;--cut-after;Close every stream after N events.'
            '--delay;*;--delay;Wait before every reply and between the events of a stream.'
            '--any-model;-;--any-model;Answer for every model, not only for those of its catalog.'
        )
        'stats' = @(
        )
        'tasks' = @(
            '--platform;suno mj luma kling;--platform;Only tasks of this platform: suno, mj, luma, kling ...'
            '--status;SUBMITTED IN_PROGRESS SUCCESS FAILURE;--status;Only tasks in this state: SUBMITTED, IN_PROGRESS, SUCCESS, FAILURE ...'
            '--task-id;*;--task-id;Only the task with this id.'
            '--action;MUSIC;--action;Only tasks of this kind, such as MUSIC.'
            '--start;*;--start;Only tasks submitted at or after DATE.'
            '--end;*;--end;Only tasks submitted at or before DATE.'
            '--watch;-;--watch;Look again until no listed task is running.'
        )
        'tasks get' = @(
            ';*;;Id of the task, as cometapi tasks lists it.'
        )
        'tasks wait' = @(
            ';*;;Id of the task.'
        )
        'tokens' = @(
            '--search -s;*;--search -s;Only keys whose name contains TEXT.'
            '--show-keys;-;--show-keys;Print the keys whole, where others may see them.'
        )
        'tokens create' = @(
            ';*;;What the key is called.'
            '--quota;*;--quota;What the key may spend, in units of which 500,000 are one dollar.'
            '--expires;*;--expires;When the key ends: a date such as 2027-01-31, to the end of that day.'
            '--group -g;*;--group -g;The group of models and prices that it belongs to.'
            '--allow-ips;*;--allow-ips;Addresses from which it is taken, one a line; all when not given.'
        )
        'tokens delete' = @(
            ';*;;Id of the API key, as cometapi tokens lists it.'
        )
        'tokens get' = @(
            ';*;;Id of the API key, as cometapi tokens lists it.'
            '--show-keys;-;--show-keys;Print the key whole, where others may see it.'
        )
    }

    # The options that commands share, by the names of their sets.
    $shared = @{
        'everywhere' = @(
            '--debug;-;--debug;Print tracebacks and every request and reply, without secrets.'
            '--quiet -q;-;--quiet -q --verbose;Print only the result and errors.'
            '--verbose;-;--quiet -q --verbose;Log requests, replies and cache hits to stderr.'
            '--color;auto always never;--color;When to use colour; overrides NO_COLOR and FORCE_COLOR.'
            '--plain;-;--plain;Plain output without styles or redrawing, for screen readers and logs.'
            '--no-input;-;--no-input;Never prompt; fail if something is missing. Implied when CI is set.'
            '--profile;$profiles;--profile;Use the keys and settings of this profile.'
        )
        'network' = @(
            '--sandbox;-;--sandbox;Answer from local sample data; nothing is sent to the service.'
            '--timeout;*;--timeout;Timeout for the first byte, and between two pieces of a stream.'
            '--connect-timeout;*;--connect-timeout;Timeout for connecting.'
            '--retries;*;--retries;How many times to retry a request that is safe to retry.'
            '--retry-max-wait;*;--retry-max-wait;Longest wait between retries.'
            '--ca;$files;--ca;PEM file of certificates to trust instead of the system''s.'
            '--client-cert;$files;--client-cert;Client certificate in PEM.'
            '--client-key;$files;--client-key;Key of the client certificate, if it is in a separate file.'
        )
        'looking' = @(
            '--dry-run;-;--dry-run --curl;Print the request instead of sending it.'
            '--curl;-;--dry-run --curl;Print a curl command that sends the request instead of sending it.'
        )
        'output' = @(
            '--format -f;table json yaml csv markdown;--format -f --json --raw --events --export;How to print the result.'
        )
        'shape' = @(
            '--json;-;--format -f --json;Print JSON; short for --format json.'
            '--fields;,$columns;--fields --raw --events --export;Print these fields only, in this order, in any format.'
            '--query;*;--query --raw --events --export;Print what this JMESPath expression selects from the result.'
        )
        'file' = @(
            '--output -o;$files;--output -o;Write the result to FILE, atomically; - means stdout.'
            '--force;-;--force;Overwrite an existing file.'
        )
        'media' = @(
            '--save;$folders;;Save the media of the reply into this folder.'
        )
        'reply' = @(
            '--raw;-;--format -f --fields --query --raw --paginate --events --sort --where;Print the service''s reply untouched.'
        )
        'answer' = @(
            '--reasoning;show hide only;--reasoning;Show the model''s reasoning on stderr (the default on a terminal), hide it, or print it alone.'
            '--usage;-;--usage;Print token counts and an estimated cost to stderr.'
            '--events;-;--events --format -f --fields --query --raw;Print one JSON object a line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
            '--raw-text;-;--raw-text;Print the answer''s Markdown on a terminal too, instead of rendering it.'
            '--strict;-;--strict;Treat notes about the request or the answer as errors.'
        )
        'answer-request' = @(
            '--body;$files;--body;Start from this JSON object; options override it.'
            '--set;*;;Any other field of the request, such as metadata.user=1; the value is JSON or text.'
        )
        'tools' = @(
            '--run-tools;$folders;--run-tools --background;Run the called functions: executables of this folder that take JSON on stdin and answer on stdout.'
            '--max-rounds;*;--max-rounds;Maximum rounds of tool calls.'
            '--tool-timeout;*;--tool-timeout;Timeout for one tool.'
        )
        'consent' = @(
            '--yes;-;--yes;Skip confirmation prompts.'
        )
        'cache' = @(
            '--refresh;-;--refresh;Ignore the cache and fetch again.'
            '--no-cache;-;--no-cache;Neither read nor write the cache.'
        )
        'order' = @(
            '--sort;$columns;--export --raw --sort;Sort by a column, from its smallest value or with :desc from its largest.'
            '--where;*;--export --raw;Only records that fit, such as ''type=image'', ''name~claude'' or ''input_price<1''; in quotes.'
        )
        'limit' = @(
            '--limit -l;*;--limit -l;Print at most N records.'
        )
        'detail' = @(
            '--detail;-;--detail --export;Show more columns in table and markdown too, as far as the terminal has room.'
        )
        'waiting' = @(
            '--interval;*;--interval;Time between two checks.'
            '--max-wait;*;--max-wait;Maximum time to wait in total.'
        )
        'paging' = @(
            '--limit -l;*;--request-id --export --limit -l --all;Print at most N records, over as many pages as it takes.'
            '--all;-;--request-id --export --limit -l --all;Print every record, page by page.'
            '--page-size;*;--export --page-size;Records per request.'
        )
        'page' = @(
            '--page -p;*;--export --page -p;Page to start with; 1 is the newest.'
        )
    }

    # The sets of each command, and of what stands before one.
    $uses = @{
        '' = 'detail output shape reply file network looking everywhere consent answer tools order paging page cache waiting'
        'account' = 'detail output shape reply file network looking everywhere'
        'api' = 'network looking shape reply consent file everywhere'
        'balance' = 'output shape reply file network looking everywhere'
        'chat' = 'answer answer-request tools consent output shape reply file network looking everywhere'
        'completion bash' = 'everywhere'
        'completion fish' = 'everywhere'
        'completion install' = 'everywhere'
        'completion powershell' = 'everywhere'
        'completion zsh' = 'everywhere'
        'config edit' = 'everywhere'
        'config get' = 'output shape file everywhere'
        'config path' = 'output shape file everywhere'
        'config profile list' = 'output shape file everywhere'
        'config profile remove' = 'consent everywhere'
        'config profile show' = 'output shape file everywhere'
        'config profile use' = 'everywhere'
        'config set' = 'everywhere'
        'config show' = 'output shape file everywhere'
        'config unset' = 'everywhere'
        'doctor' = 'output shape network file everywhere'
        'gemini' = 'answer answer-request tools consent output shape reply file network looking everywhere'
        'help' = 'everywhere'
        'init' = 'network everywhere'
        'logs' = 'detail output shape reply file order paging page network looking everywhere'
        'messages' = 'answer answer-request tools consent output shape reply file network looking everywhere'
        'model info' = 'output shape reply file network looking everywhere'
        'models' = 'limit detail output shape reply file cache order network looking everywhere'
        'repl' = 'network everywhere'
        'response get' = 'output shape reply file network looking everywhere'
        'responses' = 'answer answer-request tools consent output shape reply file waiting network looking everywhere'
        'run' = 'network looking reply answer answer-request output shape file everywhere'
        'sandbox' = 'everywhere'
        'stats' = 'output shape reply file network looking everywhere'
        'tasks' = 'detail output shape reply file order paging page waiting network looking everywhere'
        'tasks get' = 'output shape reply file network looking everywhere'
        'tasks wait' = 'output shape reply file waiting network looking everywhere'
        'tokens' = 'detail output shape reply file order paging page network looking everywhere'
        'tokens create' = 'network looking everywhere'
        'tokens delete' = 'consent network looking everywhere'
        'tokens get' = 'detail output shape reply file network looking everywhere'
    }

    # The columns of each command's results.
    $columns = @{
        'account' = 'id username display_name email role status group balance used request_count invitation_code invited'
        'balance' = 'balance used total_topped_up currency source'
        'chat' = 'model content finish_reason prompt_tokens completion_tokens total_tokens'
        'config get' = 'setting value origin shadows'
        'config path' = 'path exists'
        'config profile list' = 'profile in_use api_key access_token base_url default_model'
        'config profile show' = 'setting value origin shadows'
        'config show' = 'setting value origin shadows'
        'doctor' = 'check status detail advice'
        'gemini' = 'model content finish_reason prompt_tokens completion_tokens total_tokens'
        'logs' = 'time type model cost_usd duration_ms prompt_tokens completion_tokens token_name content stream first_token_ms cache_tokens request_id response_id group endpoint model_ratio completion_ratio group_ratio cache_ratio model_price username user_id ip quota error_code http_status'
        'messages' = 'model content stop_reason input_tokens output_tokens id'
        'model info' = 'id code name provider type features price pricing context_length max_completion_tokens endpoints api_doc_url description overview'
        'models' = 'id owned_by created provider type price features context_length max_completion_tokens input_price output_price per_request_price per_second_price currency endpoints api_doc_url'
        'response get' = 'model content status input_tokens output_tokens total_tokens id'
        'responses' = 'model content status input_tokens output_tokens total_tokens id'
        'stats' = 'requests requests_change usage_usd usage_change success_rate predicted_days_left'
        'tasks' = 'task_id time platform status progress result action model cost_usd started finished data'
        'tasks get' = 'task_id platform action status progress result model cost_usd submitted finished data'
        'tasks wait' = 'task_id platform action status progress result model cost_usd submitted finished data'
        'tokens' = 'id name key status balance used expires last_used created group models allowed_ips'
        'tokens get' = 'id name key status balance used expires last_used created group models allowed_ips'
    }

    # The values of settings, as above.
    $settings = @{
        'profile' = '$profiles'
        'secret_store' = 'file keyring'
        'plain_http' = 'refuse allow'
        'default_model' = '@models'
        'output_format' = 'table json yaml csv markdown'
        'plain' = 'on off'
        'ca' = '$files'
        'client_cert' = '$files'
        'client_key' = '$files'
    }

    function Get-Rows { $takes[$command]; $uses[$command] -split ' ' | ForEach-Object { $shared[$_] } }
    function Get-Row($flag) { Get-Rows | Where-Object { ($_ -split ';')[0] -split ' ' -ccontains $flag } | Select-Object -First 1 }
    function Show-Word($text, $help) {
        if (-not $text.StartsWith($current)) { return }
        $typed = if ($text -match '^[\w:.~/=-]+$') { $text } else { "'" + ($text -replace "'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($typed, $text, 'ParameterValue', $(if ($help) { $help } else { $text }))
    }
    function Show-Paths($start, $onlyFolders) {
        $path = $current.Substring($start.Length)
        $folder = $path -replace '[^/\\]*$', ''
        $within = if (-not $folder) { '.' } elseif ($folder -match '^~[/\\]') { $HOME + $folder.Substring(1) } else { $folder }
        foreach ($item in Get-ChildItem -LiteralPath $within -Force -Directory:$onlyFolders -ErrorAction Ignore) {
            if ($item.Name[0] -eq '.' -and $path.Length -eq $folder.Length) { continue } # hidden, unless it is typed
            Show-Word ($start + $folder + $item.Name + $(if ($item.PSIsContainer) { '/' })) $item.FullName
        }
    }
    function Get-Profiles {
        'default'
        $base = if ($env:XDG_CONFIG_HOME) { $env:XDG_CONFIG_HOME } elseif ($env:APPDATA) { $env:APPDATA } else { "$HOME/.config" }
        Get-Content "$base/cometapi/config.toml" -Encoding utf8 -ErrorAction Ignore |
            Where-Object { $_ -match '^ *\[ *profiles *\. *("([^"]*)"|''([^'']*)''|([A-Za-z0-9_-]+))' } |
            ForEach-Object { "$($Matches[2])$($Matches[3])$($Matches[4])" }
    }
    function Show-Values($start, $row) {
        $flags, $kind, $rivals, $help = $row -split ';', 4
        if ($kind -ceq '$values') { $kind = $settings[$said] }
        if ($kind -match '^,') { $kind = $kind.Substring(1); if ($current -match '^.*,') { $start = $Matches[0] } }
        if ($kind -ceq '$columns') { $kind = $columns[$command] }
        if (-not $kind -or $kind -in '*', '-') { return }
        if ($kind -in '$files', '$folders') { return Show-Paths $start ($kind -ceq '$folders') }
        if ($kind -ceq '$profiles') { return Get-Profiles | ForEach-Object { Show-Word "$start$_" $help } }
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
    $at = $command = $said = ''
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
            if ($uses.ContainsKey($at)) { $command = $at }
        } else {
            $said = $word.Trim("'", '"')
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
    foreach ($row in @(Get-Rows) + $common) {
        $flags, $kind, $rivals, $help = $row -split ';', 4
        if (-not $flags -or ($rivals -split ' ' | Where-Object { $given -ccontains $_ })) { continue }
        $flags -split ' ' | ForEach-Object { Show-Word $_ $help }
    }
}
