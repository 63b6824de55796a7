# bash completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

# The settings that have values to offer, each with those, as below.
_cometapi_settings='
 profile ;$profiles;
 secret_store ;file keyring;
 plain_http ;refuse allow;
 default_model ;@models;
 image_model ;@models;
 video_model ;@models;
 output_format ;table json jsonl yaml csv markdown;
 plain ;on off;
 history ;all terminal off;
 ca ;$files;
 client_cert ;$files;
 client_key ;$files;
'

# The columns of each command's results.
_cometapi_columns='
 account ;id username display_name email role status group balance used request_count invitation_code invited;
 alias list ;alias kind value;
 balance ;balance used total_topped_up currency source;
 batch join ;id answer error_code error_message model cost_usd_estimate files;
 batch list ;state rows done failed unknown cost_usd_estimate results;
 batch status ;state rows done in_progress failed unknown rows_per_second cost_usd_estimate seconds_left limits results;
 bria create ;uuid seed urls;
 bria edit ;id;
 bria get ;id status reason url seed refined_prompt;
 bria wait ;id status reason url seed refined_prompt;
 chat ;model content finish_reason prompt_tokens completion_tokens total_tokens;
 command list ;command summary effect cost host state digest path;
 compare ;model command answer first_token duration tokens input_tokens output_tokens cost_usd_estimate expect expect_reason rank reason error;
 config get ;setting value origin shadows;
 config path ;path exists;
 config profile list ;profile in_use api_key access_token base_url default_model;
 config profile show ;setting value origin shadows;
 config show ;setting value origin shadows;
 doctor ;check status detail advice;
 embed ;index text model embedding;
 flux create ;id;
 flux get ;id status progress reason url;
 flux wait ;id status progress reason url;
 gemini ;model content finish_reason prompt_tokens completion_tokens total_tokens;
 grok edit ;id;
 grok get ;id status progress reason url;
 grok video ;id;
 grok wait ;id status progress reason url;
 history ;id title model used_at turns cost_usd name command state started_at forked_from unpriced;
 history cost ;model day key calls cost_usd unpriced;
 history reconcile ;time model estimated_usd charged_usd difference_usd request_id;
 history search ;id snippet title model used_at exchange;
 history show ;id title name model protocol exported_at started_at used_at forked_from turns cost_usd unpriced messages refused;
 history unfinished ;time state model prompt request_id command error id look_up;
 image ;paths unsaved model revised_prompts input_tokens output_tokens cost_usd_estimate;
 image edit ;paths unsaved model revised_prompts input_tokens output_tokens cost_usd_estimate;
 kling get ;id status reason url;
 kling image2video ;id status;
 kling text2video ;id status;
 kling wait ;id status reason url;
 logs ;time type model cost_usd duration_ms prompt_tokens completion_tokens token_name content stream first_token_ms cache_tokens request_id response_id group endpoint model_ratio completion_ratio group_ratio cache_ratio model_price username user_id ip quota error_code http_status;
 messages ;model content stop_reason input_tokens output_tokens id;
 midjourney action ;id status message;
 midjourney blend ;id status message;
 midjourney describe ;id status message;
 midjourney edit ;id status message;
 midjourney get ;id action status progress reason url prompts buttons labels;
 midjourney imagine ;id status message;
 midjourney modal ;id status message;
 midjourney video ;id status message;
 midjourney wait ;id action status progress reason url prompts buttons labels;
 model info ;id code name provider type features price pricing context_length max_completion_tokens endpoints commands api_doc_url description overview;
 models ;id owned_by created provider type price features context_length max_completion_tokens input_price output_price per_request_price per_second_price currency endpoints api_doc_url;
 replicate create ;id model status created;
 replicate get ;id model status reason url created input logs;
 replicate wait ;id model status reason url created input logs;
 response get ;model content status input_tokens output_tokens total_tokens id;
 responses ;model content status input_tokens output_tokens total_tokens id;
 runway get ;id status progress reason url;
 runway image2video ;id;
 runway wait ;id status progress reason url;
 seedance create ;id;
 seedance get ;id model status reason url resolution ratio duration frames_per_second created updated;
 seedance wait ;id model status reason url resolution ratio duration frames_per_second created updated;
 similar ;score index text;
 stats ;model key day requests prompt_tokens completion_tokens usage_usd requests_change usage_change success_rate predicted_days_left;
 suno create ;id;
 suno get ;id status progress reason url titles;
 suno wait ;id status progress reason url titles;
 tasks ;task_id time platform status progress result action model cost_usd started finished data;
 tasks adopt ;task_id status model platform submitted command sent;
 tasks get ;task_id platform action status progress result model cost_usd submitted finished data;
 tasks unfinished ;time state task command model continue_with request_id error key_hint look_up;
 tasks wait ;task_id platform action status progress result model cost_usd submitted finished data;
 template list ;template summary parameters command model system prompt options path;
 template show ;template summary parameters command model system prompt options path;
 tokens ;id name key status balance used expires last_used created group models allowed_ips;
 tokens get ;id name key status balance used expires last_used created group models allowed_ips;
 transcribe ;text;
 video create ;id status model seconds size created;
 video download ;id status progress model seconds size created completed expires url error_code reason;
 video get ;id status progress model seconds size created completed expires url error_code reason;
 video list ;time id state command model continue_with request_id key_hint;
 video remix ;id status model seconds size created;
 video wait ;id status progress model seconds size created completed expires url error_code reason;
'

# What may follow, one argument a line: between spaces its flags (of a positional # and its number, and # alone where it
# may be repeated); its value: words, @ and the name of a kept list, $ and what every program has, * for anything, - for
# none, a comma before what may be several, = before what only follows one, + and the name of a kept list before words
# beside it; the flags after which it is impossible.
# Here the options that commands share.
_cometapi_everywhere_options='
 --debug ;-;|--debug|
 --quiet -q ;-;|--quiet|-q|--verbose|
 --verbose ;-;|--quiet|-q|--verbose|
 --color ;auto always never;|--color|
 --plain ;-;|--plain|
 --no-input ;-;|--no-input|
 --profile ;$profiles;|--profile|
'
_cometapi_network_options='
 --sandbox ;-;|--sandbox|
 --timeout ;*;|--timeout|
 --connect-timeout ;*;|--connect-timeout|
 --retries ;*;|--retries|
 --retry-max-wait ;*;|--retry-max-wait|
 --ca ;$files;|--ca|
 --client-cert ;$files;|--client-cert|
 --client-key ;$files;|--client-key|
'
_cometapi_limits_options='
 --parallel ;*;|--parallel|
 --rpm ;*;|--rpm|
 --tpm ;*;|--tpm|
'
_cometapi_spending_options='
 --max-cost ;*;|--max-cost|
 --max-calls ;*;|--max-calls|
 --until ;*;|--until|
'
_cometapi_estimate_options='
 --estimate ;-;|--dry-run|--curl|--fields|--query|--raw|--estimate|--events|
'
_cometapi_looking_options='
 --dry-run ;-;|--dry-run|--curl|--estimate|
 --curl ;-;|--dry-run|--curl|--estimate|
'
_cometapi_output_options='
 --format -f ;table json jsonl yaml csv markdown;|--format|-f|--json|--raw|--response-format|--events|--markdown|--export|
'
_cometapi_shape_options='
 --json ;-;|--format|-f|--json|--markdown|
 --fields ;,$columns;|--fields|--raw|--estimate|--response-format|--events|--export|
 --query ;*;|--query|--raw|--estimate|--response-format|--events|--export|--follow|
'
_cometapi_file_options='
 --output -o ;$files;|--output|-o|--follow|
 --force ;-;|--force|
'
_cometapi_media_options='
 --save ;$folders;|--save|
 --sidecar ;-;|--sidecar|
 --show ;-;|--show|
'
_cometapi_new_file_options='
 --save ;$folders;|
'
_cometapi_reply_options='
 --raw ;-;|--format|-f|--fields|--query|--raw|--paginate|--estimate|--sort|--where|--response-format|--events|--follow|
'
_cometapi_context_options='
 --file -F ;$files;|
 --link ;*;|
'
_cometapi_answer_options='
 --reasoning ;show hide only;|--reasoning|
 --usage ;-;|--usage|
 --events ;-;|--events|--format|-f|--fields|--query|--raw|--estimate|
 --raw-text ;-;|--raw-text|
 --strict ;-;|--strict|
'
_cometapi_answer_request_options='
 --body ;$files;|--body|
 --set ;*;|
'
_cometapi_made_options='
 --wait ;-;|--wait|
 --interval ;*;|--interval|
 --max-wait ;*;|--max-wait|
 --save ;$folders;|--save|
'
_cometapi_more_request_options='
 --body ;$files;|--body|
 --set ;*;|
'
_cometapi_structured_options='
 --repairs ;*;|--repairs|
'
_cometapi_own_options='
 --template ;@templates;|--template|
 --param -p ;*;|
'
_cometapi_fallback_options='
 --fallback ;@models;|
'
_cometapi_past_options='
 --continue -c ;=@conversations;|--messages|--continue|-c|
'
_cometapi_history_options='
 --no-history ;-;|--no-history|
'
_cometapi_tools_options='
 --run-tools ;$folders;|--run-tools|--background|
 --max-rounds ;*;|--max-rounds|
 --tool-timeout ;*;|--tool-timeout|
'
_cometapi_consent_options='
 --yes ;-;|--yes|
'
_cometapi_cache_options='
 --refresh ;-;|--refresh|
 --no-cache ;-;|--no-cache|
'
_cometapi_order_options='
 --sort ;$columns;|--sort|--raw|--export|--follow|
 --where ;*;|--raw|--export|
'
_cometapi_limit_options='
 --limit -l ;*;|--limit|-l|--all|
'
_cometapi_detail_options='
 --detail ;-;|--detail|--export|
'
_cometapi_waiting_options='
 --interval ;*;|--interval|
 --max-wait ;*;|--max-wait|
'
_cometapi_paging_options='
 --limit -l ;*;|--request-id|--export|--limit|-l|--all|
 --all ;-;|--request-id|--export|--follow|--limit|-l|--all|
 --page-size ;*;|--export|--follow|--page-size|
'
_cometapi_page_options='
 --page -p ;*;|--export|--follow|--page|-p|
'
_cometapi_help_options=$'\n --help -h ;-;|--help|\n'

# Makes next the words that may follow the phrase $1, and takes its arguments; a phrase without keeps the last ones.
_cometapi_takes() {
    case $1 in
    '') next=' alias batch bria command completion config flux grok history image kling mcp midjourney model replicate response runway seedance skill suno tasks template tokens video account api balance chat compare doctor embed exec gemini help init logs messages models repl responses run sandbox schema serve similar speech stats transcribe ' ;;
    'config') next=' profile edit get path set show unset ' ;;
    'alias') next=' list remove set ' ;;
    'batch') next=' cancel join limits list run status ' ;;
    'bria') next=' create edit get wait ' ;;
    'command') next=' add check import list remove ' ;;
    'completion') next=' bash fish install powershell zsh ' ;;
    'config profile') next=' list remove show use ' ;;
    'flux') next=' create get wait ' ;;
    'grok') next=' edit get video wait ' ;;
    'help') next=' alias batch bria command completion config flux grok history image kling mcp midjourney model replicate response runway seedance skill suno tasks template tokens video account agents api audio authentication balance batch-clusters budgets chat compare comparing context conversation doctor embed embeddings environment estimates exec exit-codes families formats gemini guide-agents guide-batch guide-budgets guide-first-call guide-history guide-media guide-scripting guide-structured guide-tools guides help images init logs messages models network options own-commands past privacy repl responses run sandbox schema scripting serve similar speech stats streaming structured templates tools transcribe ' ;;
    'help config') next=' profile edit get path set show unset ' ;;
    'help alias') next=' list remove set ' ;;
    'help batch') next=' cancel join limits list run status ' ;;
    'help bria') next=' create edit get wait ' ;;
    'help command') next=' add check import list remove ' ;;
    'help completion') next=' bash fish install powershell zsh ' ;;
    'help config profile') next=' list remove show use ' ;;
    'help flux') next=' create get wait ' ;;
    'help grok') next=' edit get video wait ' ;;
    'help history') next=' cost delete export prune reconcile search show unfinished ' ;;
    'help image') next=' edit ' ;;
    'help kling') next=' get image2video text2video wait ' ;;
    'help mcp') next=' serve ' ;;
    'help midjourney') next=' action blend describe edit get imagine modal video wait ' ;;
    'help model') next=' info ' ;;
    'help replicate') next=' create get wait ' ;;
    'help response') next=' get ' ;;
    'help runway') next=' get image2video wait ' ;;
    'help seedance') next=' create get wait ' ;;
    'help skill') next=' install remove show ' ;;
    'help suno') next=' create get wait ' ;;
    'help tasks') next=' adopt get unfinished wait ' ;;
    'help template') next=' edit list save show ' ;;
    'help tokens') next=' create delete get update ' ;;
    'help video') next=' content create download get list remix wait ' ;;
    'history') next=' cost delete export prune reconcile search show unfinished ' ;;
    'image') next=' edit ' ;;
    'kling') next=' get image2video text2video wait ' ;;
    'mcp') next=' serve ' ;;
    'midjourney') next=' action blend describe edit get imagine modal video wait ' ;;
    'model') next=' info ' ;;
    'replicate') next=' create get wait ' ;;
    'response') next=' get ' ;;
    'runway') next=' get image2video wait ' ;;
    'schema') next=' alias batch bria command completion config flux grok history image kling mcp midjourney model replicate response runway seedance skill suno tasks template tokens video account api balance chat compare doctor embed exec gemini help init logs messages models repl responses run sandbox schema serve similar speech stats transcribe ' ;;
    'schema config') next=' profile edit get path set show unset ' ;;
    'schema alias') next=' list remove set ' ;;
    'schema batch') next=' cancel join limits list run status ' ;;
    'schema bria') next=' create edit get wait ' ;;
    'schema command') next=' add check import list remove ' ;;
    'schema completion') next=' bash fish install powershell zsh ' ;;
    'schema config profile') next=' list remove show use ' ;;
    'schema flux') next=' create get wait ' ;;
    'schema grok') next=' edit get video wait ' ;;
    'schema history') next=' cost delete export prune reconcile search show unfinished ' ;;
    'schema image') next=' edit ' ;;
    'schema kling') next=' get image2video text2video wait ' ;;
    'schema mcp') next=' serve ' ;;
    'schema midjourney') next=' action blend describe edit get imagine modal video wait ' ;;
    'schema model') next=' info ' ;;
    'schema replicate') next=' create get wait ' ;;
    'schema response') next=' get ' ;;
    'schema runway') next=' get image2video wait ' ;;
    'schema seedance') next=' create get wait ' ;;
    'schema skill') next=' install remove show ' ;;
    'schema suno') next=' create get wait ' ;;
    'schema tasks') next=' adopt get unfinished wait ' ;;
    'schema template') next=' edit list save show ' ;;
    'schema tokens') next=' create delete get update ' ;;
    'schema video') next=' content create download get list remix wait ' ;;
    'seedance') next=' create get wait ' ;;
    'skill') next=' install remove show ' ;;
    'suno') next=' create get wait ' ;;
    'tasks') next=' adopt get unfinished wait ' ;;
    'template') next=' edit list save show ' ;;
    'tokens') next=' create delete get update ' ;;
    'video') next=' content create download get list remix wait ' ;;
    *) next=' ' ;;
    esac
    case $1 in
    'account')
        takes='
'$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'alias list')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'alias remove')
        takes='
 #0 ;@aliases;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'alias set')
        takes='
 #0 ;@aliases;|
 #1 ;@models;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'api')
        takes='
 #0 ;GET POST PUT PATCH DELETE /v1/models /v1/chat/completions /v1/responses /v1/videos /v1/messages /v1/embeddings /v1/audio/speech /v1/audio/transcriptions /v1/audio/translations /v1/images/generations /v1/images/edits /bria/text-to-image /flux/v1/get_result /grok/v1/videos/generations /grok/v1/videos/edits /kling/v1/videos/text2video /kling/v1/videos/image2video /mj/submit/imagine /mj/submit/action /mj/submit/blend /mj/submit/describe /mj/submit/modal /mj/submit/edits /mj/submit/video /runwayml/v1/image_to_video /volc/v3/contents/generations/tasks /suno/submit/music /api/models /api/user/self /api/user/self/stats /api/log/self /api/log/self/export /api/task/self /api/token/ /api/token/search /api/usage/token;|
 #1 ;/v1/models /v1/chat/completions /v1/responses /v1/videos /v1/messages /v1/embeddings /v1/audio/speech /v1/audio/transcriptions /v1/audio/translations /v1/images/generations /v1/images/edits /bria/text-to-image /flux/v1/get_result /grok/v1/videos/generations /grok/v1/videos/edits /kling/v1/videos/text2video /kling/v1/videos/image2video /mj/submit/imagine /mj/submit/action /mj/submit/blend /mj/submit/describe /mj/submit/modal /mj/submit/edits /mj/submit/video /runwayml/v1/image_to_video /volc/v3/contents/generations/tasks /suno/submit/music /api/models /api/user/self /api/user/self/stats /api/log/self /api/log/self/export /api/task/self /api/token/ /api/token/search /api/usage/token;|
 --set ;*;|
 --body ;$files;|--body|
 --header ;*;|
 --paginate ;-;|--paginate|--raw|
 --format -f ;table json jsonl yaml csv markdown;|--format|-f|--json|--raw|
'$_cometapi_network_options$_cometapi_looking_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_consent_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'balance')
        takes='
 --source -s ;account key token;|--source|-s|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'batch cancel')
        takes='
 #0 ;$files;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'batch join')
        takes='
 #0 ;$files;|
 #1 # ;$files;|
 --input-format ;openai anthropic jsonl csv tsv text;|--input-format|
 --id ;*;|--id|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'batch limits')
        takes='
 #0 ;$files;|
'$_cometapi_limits_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'batch list')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'batch run')
        takes='
 #0 ;$files;|
 #1 # ;*;|
 --output -o ;$files;|--output|-o|
 --template ;@templates;|--template|
 --input-format ;openai anthropic jsonl csv tsv text;|--input-format|
 --id ;*;|--id|
 --order ;completion input;|--order|
 --shard ;*;|--shard|
 --engine ;local dask;|--engine|
 --scheduler ;*;|--engine=local|--scheduler|
 --retry-errors ;-;|--retry-errors|
 --resend-unknown ;-;|--resend-unknown|
 --rerun ;changed;|--rerun|
 --max-errors ;*;|--max-errors|
 --format -f ;table json jsonl yaml csv markdown;|--format|-f|--json|
 --json ;-;|--format|-f|--json|
 --strict ;-;|--strict|
'$_cometapi_limits_options$_cometapi_network_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'batch status')
        takes='
 #0 ;$files;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_detail_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'bria create')
        takes='
 #0 ;*;|
 --num-results -n ;*;|--num-results|-n|
 --aspect-ratio ;1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9;|--aspect-ratio|
 --medium ;photography art;|--medium|
'$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_order_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'bria edit')
        takes='
 #0 ;erase gen_fill expand enhance increase_resolution replace_background;|
 #1 ;$files;|
 #2 ;*;|
 --mask ;$files;|--mask|
 --num-results -n ;*;|--num-results|-n|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'bria get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'bria wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'chat')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --system -s ;*;|--system|-s|
 --developer ;*;|--developer|
 --messages ;$files;|--messages|--continue|-c|
 --tool-result ;*;|
 --message ;*;|
 --temperature -t ;*;|--temperature|-t|
 --top-p ;*;|--top-p|
 --max-tokens ;*;|--max-tokens|
 --max-completion-tokens ;*;|--max-completion-tokens|
 --stream --no-stream ;-;|--stream|--no-stream|
 --n ;*;|--n|
 --stop ;*;|
 --seed ;*;|--seed|
 --presence-penalty ;*;|--presence-penalty|
 --frequency-penalty ;*;|--frequency-penalty|
 --logit-bias ;*;|--logit-bias|
 --logprobs ;-;|--logprobs|
 --top-logprobs ;*;|--top-logprobs|
 --reasoning-effort ;low medium high;|--reasoning-effort|
 --service-tier ;auto default flex priority;|--service-tier|
 --user ;*;|--user|
 --response-format ;text json_object json_schema;|--response-format|
 --schema ;$files;|--schema|--schema-multi|
 --schema-multi ;$files;|--schema|--schema-multi|
 --tools ;$files;|--tools|
 --tool-choice ;*;|--tool-choice|
 --image ;$files;|
 --detail ;low high auto;|--detail|
 --audio ;$files;|
 --stream-options ;*;|--stream-options|
'$_cometapi_past_options$_cometapi_history_options$_cometapi_context_options$_cometapi_answer_options$_cometapi_answer_request_options$_cometapi_structured_options$_cometapi_fallback_options$_cometapi_own_options$_cometapi_tools_options$_cometapi_consent_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'command add')
        takes='
 #0 ;$files;|
 --digest ;*;|--digest|
 --force ;-;|--force|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'command check')
        takes='
 #0 ;$files;|
'$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'command import')
        takes='
 #0 ;$files;|
 #1 ;*;|
 #2 ;GET POST PUT PATCH DELETE;|
 --name ;*;|--name|
 --service ;*;|--service|
 --url ;*;|--url|
 --output -o ;$files;|--output|-o|--add|
 --add ;-;|--output|-o|--add|
 --force ;-;|--force|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'command list')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'command remove')
        takes='
 #0 # ;$own_commands;|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'compare')
        takes='
 #0 ;*;|
 --model -m ;@models;|
 --system -s ;*;|--system|-s|
 --image ;$files;|
 --file -F ;$files;|
 --max-tokens ;*;|--max-tokens|
 --temperature -t ;*;|--temperature|-t|
 --schema ;$files;|--schema|
 --expect ;*;|
 --judge ;@models;|--judge|
'$_cometapi_history_options$_cometapi_limits_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'completion bash')
        takes='
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'completion fish')
        takes='
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'completion install')
        takes='
 #0 ;bash zsh fish powershell;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'completion powershell')
        takes='
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'completion zsh')
        takes='
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config edit')
        takes='
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config get')
        takes='
 #0 ;+own-settings profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model video_model output_format timeout plain history history_max_age history_max_size max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config path')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config profile list')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config profile remove')
        takes='
 #0 ;$profiles;|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config profile show')
        takes='
 #0 ;$profiles;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config profile use')
        takes='
 #0 ;$profiles;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config set')
        takes='
 #0 ;+own-settings profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model video_model output_format timeout plain history history_max_age history_max_size max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key;|
 #1 ;$values;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config show')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'config unset')
        takes='
 #0 ;+own-settings profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model video_model output_format timeout plain history history_max_age history_max_size max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'doctor')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_network_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'embed')
        takes='
 #0 # ;*;|
 --model -m ;@models;|--model|-m|
 --lines ;$files;|--lines|--jsonl|
 --jsonl ;$files;|--lines|--jsonl|
 --field ;*;|--field|
 --dimensions ;*;|--dimensions|
'$_cometapi_limits_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_order_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'exec')
        takes='
 #0 # ;*;|
 --as ;aider amp any claude codex copilot cursor droid gemini goose opencode qwen;|--as|
 --model -m ;@models;|--model|-m|
 --models ;,@models;|--models|
 --record ;$files;|--record|--replay|
 --replay ;$files;|--record|--replay|
 --dry-run ;-;|--dry-run|
'$_cometapi_history_options$_cometapi_network_options$_cometapi_spending_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'flux create')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --width ;*;|--width|
 --height ;*;|--height|
 --seed ;*;|--seed|
 --guidance ;*;|--guidance|
 --safety-tolerance ;*;|--safety-tolerance|
 --output-format ;jpeg png;|--output-format|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'flux get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'flux wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'gemini')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --messages ;$files;|--messages|--continue|-c|
 --image ;$files;|
 --audio ;$files;|
 --video ;$files;|
 --system -s ;*;|--system|-s|
 --temperature -t ;*;|--temperature|-t|
 --top-p ;*;|--top-p|
 --top-k ;*;|--top-k|
 --max-tokens ;*;|--max-tokens|
 --candidates ;*;|--candidates|
 --stop ;*;|
 --seed ;*;|--seed|
 --thinking-level ;minimal low medium high;|--thinking-level|--thinking-budget|
 --thinking-budget ;*;|--thinking-level|--thinking-budget|
 --include-thoughts ;-;|--include-thoughts|
 --search ;-;|--search|
 --maps ;-;|--maps|
 --code-execution ;-;|--code-execution|
 --lat-lng ;*;|--lat-lng|
 --json-mode ;-;|--json-mode|--schema|--schema-multi|
 --schema ;$files;|--json-mode|--schema|--schema-multi|
 --schema-multi ;$files;|--json-mode|--schema|--schema-multi|
 --modality ;text image;|
 --aspect-ratio ;1:1 3:4 4:3 9:16 16:9;|--aspect-ratio|
 --image-size ;1K 2K 4K;|--image-size|
 --safety ;*;|
 --tools ;$files;|--tools|
 --tool-mode ;auto any none;|--tool-mode|
 --cached-content ;*;|--cached-content|
 --bearer ;-;|--bearer|
 --save ;$folders;|--save|
 --stream --no-stream ;-;|--stream|--no-stream|
'$_cometapi_past_options$_cometapi_history_options$_cometapi_context_options$_cometapi_answer_options$_cometapi_answer_request_options$_cometapi_structured_options$_cometapi_fallback_options$_cometapi_own_options$_cometapi_tools_options$_cometapi_consent_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'grok edit')
        takes='
 #0 ;$files;|
 #1 ;*;|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'grok get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'grok video')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --image ;$files;|--image|
 --duration ;*;|--duration|
 --resolution ;480p 720p;|--resolution|
 --aspect-ratio ;1:1 16:9 9:16 4:3 3:4 3:2 2:3;|--aspect-ratio|
 --user ;*;|--user|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'grok wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'help')
        takes='
 #0 # ;*;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history')
        takes='
 --all ;-;|--all|--limit|-l|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_detail_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history cost')
        takes='
 --by ;model day key;|--by|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history delete')
        takes='
 #0 # ;@conversations;|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history export')
        takes='
'$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history prune')
        takes='
 --older-than ;*;|--older-than|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history reconcile')
        takes='
 --since ;*;|--since|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_network_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history search')
        takes='
 #0 # ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history show')
        takes='
 #0 ;@conversations;|
 --markdown ;-;|--markdown|--format|-f|--json|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'history unfinished')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_detail_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'image')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --image ;$files;|
 --n -n ;*;|--n|-n|
 --size ;1024x1024 1K 2K 4K;|--size|
 --aspect-ratio ;1:1 3:4 4:3 9:16 16:9;|--aspect-ratio|
 --quality ;low medium high;|--quality|
 --background ;*;|--background|
 --output-format ;png jpeg webp;|--output-format|
 --output-compression ;*;|--output-compression|
 --response-format ;url b64_json;|--response-format|
 --watermark --no-watermark ;-;|--watermark|--no-watermark|
 --sequential-image-generation ;auto disabled;|--sequential-image-generation|
 --max-images ;*;|--sequential-image-generation=disabled|--max-images|
 --body ;$files;|--body|
 --set ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'image edit')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --image ;$files;|
 --mask ;$files;|--mask|
 --n -n ;*;|--n|-n|
 --size ;1024x1024;|--size|
 --quality ;low medium high;|--quality|
 --output-format ;png jpeg webp;|--output-format|
 --response-format ;url b64_json;|--response-format|
 --set ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'init')
        takes='
'$_cometapi_network_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'kling get')
        takes='
 #0 ;*;|
 --kind ;text2video image2video;|--kind|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'kling image2video')
        takes='
 #0 ;$files;|
 #1 ;*;|
 --model -m ;@models;|--model|-m|
 --negative-prompt ;*;|--negative-prompt|
 --mode ;std pro;|--mode|
 --duration ;5 10;|--duration|
 --cfg-scale ;*;|--cfg-scale|
 --own-id ;*;|--own-id|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'kling text2video')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --negative-prompt ;*;|--negative-prompt|
 --mode ;std pro;|--mode|
 --duration ;5 10;|--duration|
 --cfg-scale ;*;|--cfg-scale|
 --aspect-ratio ;16:9 9:16 1:1 4:3 3:4 3:2 2:3;|--aspect-ratio|
 --camera-control ;*;|--camera-control|
 --own-id ;*;|--own-id|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'kling wait')
        takes='
 #0 ;*;|
 --kind ;text2video image2video;|--kind|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'logs')
        takes='
 --model -m ;@models;|--model|-m|
 --token-name ;*;|--token-name|
 --type -t ;topup consume manage system error refund;|--type|-t|
 --start ;*;|--start|
 --end ;*;|--end|--follow|
 --group -g ;*;|--group|-g|
 --request-id ;*;|--request-id|--export|--follow|--limit|-l|--all|
 --export ;-;|--request-id|--export|--follow|--detail|--format|-f|--fields|--query|--sort|--where|--limit|-l|--all|--page-size|--page|-p|
 --follow ;-;|--end|--request-id|--export|--follow|--query|--raw|--output|-o|--sort|--all|--page-size|--page|-p|
 --interval ;*;|--interval|
'$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_order_options$_cometapi_paging_options$_cometapi_page_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'mcp serve')
        takes='
 --folder ;$folders;|--folder|
 --allow-changes ;-;|--allow-changes|
'$_cometapi_history_options$_cometapi_network_options$_cometapi_spending_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'messages')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --max-tokens ;*;|--max-tokens|
 --system -s ;*;|--system|-s|
 --messages ;$files;|--messages|--continue|-c|
 --image ;$files;|
 --thinking-budget ;*;|--thinking-budget|
 --effort ;low medium high;|--effort|
 --cache ;-;|--cache|
 --temperature -t ;*;|--temperature|-t|
 --top-p ;*;|--top-p|
 --top-k ;*;|--top-k|
 --stop ;*;|
 --schema ;$files;|--schema|--schema-multi|
 --schema-multi ;$files;|--schema|--schema-multi|
 --tools ;$files;|--tools|
 --tool-choice ;*;|--tool-choice|
 --user ;*;|--user|
 --bearer ;-;|--bearer|
 --beta ;*;|--beta|
 --stream --no-stream ;-;|--stream|--no-stream|
'$_cometapi_past_options$_cometapi_history_options$_cometapi_context_options$_cometapi_answer_options$_cometapi_answer_request_options$_cometapi_structured_options$_cometapi_fallback_options$_cometapi_own_options$_cometapi_tools_options$_cometapi_consent_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney action')
        takes='
 #0 ;*;|
 #1 ;*;|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney blend')
        takes='
 #0 # ;$files;|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney describe')
        takes='
 #0 ;$files;|
 --bot ;midjourney niji;|--bot|
 --state ;*;|--state|
'$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney edit')
        takes='
 #0 ;$files;|
 #1 ;*;|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney imagine')
        takes='
 #0 ;*;|
 --bot ;midjourney niji;|--bot|
 --state ;*;|--state|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney modal')
        takes='
 #0 ;*;|
 --mask ;$files;|--mask|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney video')
        takes='
 #0 ;$files;|
 #1 ;*;|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'midjourney wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'model info')
        takes='
 #0 ;@models;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'models')
        takes='
 #0 ;@models;|
 --search -s ;*;|--search|-s|
 --provider ;,@providers;|--provider|--source=openai|
 --type --modality ;,@types;|--type|--modality|--source=openai|
 --feature --capability ;,@features;|--feature|--capability|--source=openai|
 --endpoint ;,@endpoints;|--endpoint|--source=openai|
 --source ;catalog openai;|--source|
'$_cometapi_limit_options$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_cache_options$_cometapi_order_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'repl')
        takes='
'$_cometapi_network_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'replicate create')
        takes='
 #0 ;black-forest-labs/flux-schnell stability-ai/sdxl stability-ai/stable-diffusion-3.5-medium;|
 #1 ;*;|
 --aspect-ratio ;*;|--aspect-ratio|
 --input-image ;*;|--input-image|
 --input-images ;*;|
 --num-outputs ;*;|--num-outputs|
 --output-format ;*;|--output-format|
 --output-quality ;*;|--output-quality|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'replicate get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'replicate wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'response get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'responses')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --system --instructions -s ;*;|--system|--instructions|-s|
 --messages ;$files;|--messages|--continue|-c|
 --tool-result ;*;|
 --image ;$files;|
 --previous-response ;*;|--previous-response|
 --reasoning-effort --effort ;minimal low medium high;|--reasoning-effort|--effort|
 --reasoning-summary ;auto concise detailed;|--reasoning-summary|
 --verbosity ;low medium high;|--verbosity|
 --max-tokens ;*;|--max-tokens|
 --temperature -t ;*;|--temperature|-t|
 --top-p ;*;|--top-p|
 --schema ;$files;|--schema|--schema-multi|
 --schema-multi ;$files;|--schema|--schema-multi|
 --tools ;$files;|--tools|
 --web-search ;-;|--web-search|
 --tool-choice ;*;|--tool-choice|
 --store --no-store ;-;|--store|--no-store|
 --background ;-;|--background|--stream|--no-stream|--run-tools|
 --service-tier ;auto default flex priority;|--service-tier|
 --truncation ;auto disabled;|--truncation|
 --stream --no-stream ;-;|--background|--stream|--no-stream|
'$_cometapi_past_options$_cometapi_history_options$_cometapi_context_options$_cometapi_answer_options$_cometapi_answer_request_options$_cometapi_structured_options$_cometapi_fallback_options$_cometapi_own_options$_cometapi_tools_options$_cometapi_consent_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_waiting_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'run')
        takes='
 #0 ;@models;|
 --endpoint -e ;chat gemini anthropic responses;|--endpoint|-e|
 --prompt -p ;*;|--prompt|-p|
 --stream --no-stream ;-;|--stream|--no-stream|
'$_cometapi_network_options$_cometapi_looking_options$_cometapi_reply_options$_cometapi_history_options$_cometapi_answer_options$_cometapi_answer_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'runway get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'runway image2video')
        takes='
 #0 ;*;|
 #1 ;*;|
 --model -m ;@models;|--model|-m|
 --duration ;5 10;|--duration|
 --ratio ;1280:768 768:1280 1280:720 720:1280 1104:832 832:1104 960:960 1584:672;|--ratio|
 --seed ;*;|--seed|
 --watermark --no-watermark ;-;|--watermark|--no-watermark|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'runway wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'sandbox')
        takes='
 --port ;*;|--port|
 --fail ;*;|--fail|
 --cut-after ;*;|--cut-after|
 --delay ;*;|--delay|
 --any-model ;-;|--any-model|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'schema')
        takes='
 #0 # ;*;|
 --tools ;openai anthropic gemini mcp;|--tools|
'$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'seedance create')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'seedance get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'seedance wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'serve')
        takes='
 --port ;*;|--port|
 --models ;,@models;|--models|
 --record ;$files;|--record|--replay|
 --replay ;$files;|--record|--replay|
'$_cometapi_history_options$_cometapi_network_options$_cometapi_spending_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'similar')
        takes='
 #0 ;*;|
 #1 ;$files;|
 --model -m ;@models;|--model|-m|
 --dimensions ;*;|--dimensions|
'$_cometapi_limit_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_order_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'skill install')
        takes='
 --for ;$files;|
 --dry-run ;-;|--dry-run|
 --force ;-;|--force|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'skill remove')
        takes='
 --for ;$files;|
 --dry-run ;-;|--dry-run|
'$_cometapi_consent_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'skill show')
        takes='
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'speech')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --voice ;alloy ash ballad coral echo fable onyx nova sage shimmer;|--voice|
 --response-format ;mp3 opus aac flac wav pcm;|--response-format|
 --speed ;*;|--speed|
 --instructions ;*;|--instructions|
 --play ;-;|--play|
'$_cometapi_file_options$_cometapi_media_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'stats')
        takes='
 --by ;model key day;|--by|
 --start ;*;|--start|
 --end ;*;|--end|
'$_cometapi_limit_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_order_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'suno create')
        takes='
 #0 ;*;|
 --description ;*;|--description|
 --instrumental ;-;|--instrumental|
 --tags ;*;|--tags|
 --negative-tags ;*;|--negative-tags|
 --title ;*;|--title|
 --model -m ;chirp-auk chirp-v4;|--model|-m|
 --continue-clip ;*;|--continue-clip|
 --continue-at ;*;|--continue-at|
'$_cometapi_made_options$_cometapi_more_request_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'suno get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'suno wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tasks')
        takes='
 --platform ;suno mj luma kling;|--platform|
 --status ;SUBMITTED IN_PROGRESS SUCCESS FAILURE;|--status|
 --task-id ;*;|--task-id|
 --action ;MUSIC;|--action|
 --start ;*;|--start|
 --end ;*;|--end|
 --watch ;-;|--watch|
'$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_order_options$_cometapi_paging_options$_cometapi_page_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tasks adopt')
        takes='
 #0 ;*;|
'$_cometapi_network_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tasks get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tasks unfinished')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_detail_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tasks wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'template edit')
        takes='
 #0 ;@templates;|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'template list')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'template save')
        takes='
 #0 ;@templates;|
 #1 # ;*;|
 --force ;-;|--force|
'$_cometapi_everywhere_options$_cometapi_help_options ;;
    'template show')
        takes='
 #0 ;@templates;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tokens')
        takes='
 --search -s ;*;|--search|-s|
 --show-keys ;-;|--show-keys|
'$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_order_options$_cometapi_paging_options$_cometapi_page_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tokens create')
        takes='
 #0 ;*;|
 --quota ;*;|--quota|
 --expires ;*;|--expires|
 --models ;@models;|--models|
 --group -g ;*;|--group|-g|
 --allow-ips ;*;|--allow-ips|
'$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tokens delete')
        takes='
 #0 ;*;|
'$_cometapi_consent_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tokens get')
        takes='
 #0 ;*;|
 --show-keys ;-;|--show-keys|
'$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'tokens update')
        takes='
 #0 ;*;|
 --name ;*;|--name|
 --status ;active disabled;|--status|
 --quota ;*;|--quota|
 --expires ;*;|--expires|
 --models ;@models;|--models|
 --group -g ;*;|--group|-g|
 --allow-ips ;*;|--allow-ips|
'$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'transcribe')
        takes='
 #0 ;$files;|
 --model -m ;@models;|--model|-m|
 --language ;*;|--language|--translate|
 --prompt ;*;|--prompt|
 --temperature -t ;*;|--temperature|-t|
 --response-format ;text srt vtt json verbose_json;|--response-format|--format|-f|--fields|--query|--raw|
 --timestamp-granularities ;word segment;|--response-format=text|--response-format=srt|--response-format=vtt|--response-format=json|--translate|
 --translate ;-;|--language|--timestamp-granularities|--translate|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video content')
        takes='
 #0 ;*;|
 --variant ;thumbnail spritesheet;|--variant|
'$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video create')
        takes='
 #0 ;*;|
 --model -m ;@models;|--model|-m|
 --seconds ;*;|--seconds|
 --size ;1280x720 720x1280 16:9 9:16;|--size|
 --resolution ;480p 720p 1080p;|--resolution|
 --aspect-ratio ;16:9 9:16 1:1;|--aspect-ratio|
 --input-reference ;$files;|
 --video ;$files;|--video|
 --set ;*;|
'$_cometapi_made_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video download')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video get')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video list')
        takes='
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_detail_options$_cometapi_file_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video remix')
        takes='
 #0 ;*;|
 #1 ;*;|
'$_cometapi_made_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    'video wait')
        takes='
 #0 ;*;|
'$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_media_options$_cometapi_waiting_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_help_options ;;
    '' | 'alias' | 'batch' | 'bria' | 'command' | 'completion' | 'config' | 'config profile' | 'flux' | 'grok' | 'history' | 'image' | 'kling' | 'mcp' | 'midjourney' | 'model' | 'replicate' | 'response' | 'runway' | 'seedance' | 'skill' | 'suno' | 'tasks' | 'template' | 'tokens' | 'video')
        takes=$_cometapi_detail_options$_cometapi_output_options$_cometapi_shape_options$_cometapi_reply_options$_cometapi_file_options$_cometapi_network_options$_cometapi_looking_options$_cometapi_everywhere_options$_cometapi_consent_options$_cometapi_spending_options$_cometapi_estimate_options$_cometapi_limits_options$_cometapi_order_options$_cometapi_limit_options$_cometapi_media_options$_cometapi_made_options$_cometapi_past_options$_cometapi_history_options$_cometapi_context_options$_cometapi_answer_options$_cometapi_structured_options$_cometapi_fallback_options$_cometapi_own_options$_cometapi_tools_options$_cometapi_paging_options$_cometapi_page_options$_cometapi_cache_options$_cometapi_help_options
        [[ $1 ]] || takes+=$' --version -V ;-;|--version|\n' ;;
    esac
}

# Answers with those of ids that, with $1 before them, continue what is typed; each ends at a tab, if it has one. Steps of
# the shell's own over all of them: a loop over hundreds takes as long as the rest.
_cometapi_offer() {
    local start=$1 typed=${current#"$1"} found text IFS=$'\n'
    text=${ids[*]/#"$typed"/$'\x1e'"$typed"} # such a sign before each that fits
    IFS=$'\x1e'
    found=($text)
    found[0]='' IFS=$'\n'
    text=${found[*]%%[$'\t\n']*}
    if [[ $start != "$head" || $quote || $text =~ [^A-Za-z0-9_@%+=:,./$'\n'-] ]]; then
        _cometapi_quoted "$start" $text
    else
        COMPREPLY+=($text)
    fi
}

# Answers with the words $2... and $1 before each, but not with what readline leaves alone, in the quotes that are open.
_cometapi_quoted() {
    local word sign escaped
    for word in "${@:2}"; do
        word=$1$word word=${word#"$head"}
        case $quote in
        \') word=${word//\'/\'\\\'\'} ;;
        \") for sign in \\ \" \$ \`; do escaped=\\$sign word=${word//"$sign"/"$escaped"}; done ;;
        *) [[ $word != *[^A-Za-z0-9_@%+=:,./-]* ]] || printf -v word %q "$word" ;;
        esac
        [[ ! $quote || $word != *"$quote" ]] || word+=$quote # readline closes no quote that looks closed
        COMPREPLY+=("$word")
    done
}

# Answers with the options that may still be given.
_cometapi_options() {
    local flag rows ids IFS=$'\n'
    rows=($takes)
    for flag in "${given[@]}"; do rows=("${rows[@]/#*"|$flag|"*}"); done
    IFS=$'\n '
    ids=(${rows[*]%%;*})
    _cometapi_offer ''
}

# Answers with values of the argument that has flag $2, or of positional number $2, with $1 before them.
_cometapi_values() {
    local start=$1 folder key line index ids=()
    _cometapi_wants "$2" || return
    [[ $kind != \$values ]] || _cometapi_find "$_cometapi_settings" $'\n'" $said "
    [[ $kind != *\$columns ]] || _cometapi_find "$_cometapi_columns" $'\n'" $at " "${kind%\$*}"
    kind=${kind#=}
    case ${kind#,} in
    \$files) _cometapi_paths files ;;
    \$folders) _cometapi_paths folders ;;
    \$profiles)
        ids=(default) folder=${XDG_CONFIG_HOME:-$HOME/.config}/cometapi key='^ *\[ *profiles *\. *("([^"]*)"|'\''([^'\'']*)'\''|([A-Za-z0-9_-]+))'
        [[ ! -r $folder/config.toml ]] || while read -r line || [[ $line ]]; do
            [[ ! $line =~ $key ]] || ids+=("${BASH_REMATCH[2]}${BASH_REMATCH[3]}${BASH_REMATCH[4]}")
        done <"$folder/config.toml" ;;
    \$own_commands) _cometapi_ask "${words[0]}" ;;
    +*)
        key=${kind%% *} ids=(${kind#* })
        _cometapi_kept "${key#+}" ;;
    @*)
        key=${kind#,} key=${key#@}
        _cometapi_kept "$key"
        [[ $key != models ]] || _cometapi_kept own-models ;;
    *) ids=(${kind#[*,]}) ;;
    esac
    if [[ $kind == ,* && $current == "$start"*,* ]]; then
        key=${current#"$start"} start=${current%,*},
        for index in "${!ids[@]}"; do
            [[ ,${key%,*}, != *",${ids[index]%%$'\t'*},"* ]] || unset 'ids[index]'
        done
    fi
    _cometapi_offer "$start"
}

# Adds to ids the lines of the list $1 in the cache folder.
_cometapi_kept() {
    local file=${XDG_CACHE_HOME:-$HOME/.cache}/cometapi/$1.tsv list=()
    [[ ! -r $file ]] || mapfile -t list <"$file"
    ids+=("${list[@]}")
}

# Whether commands of the user's own begin with this word.
_cometapi_owns() {
    local file=${XDG_CACHE_HOME:-$HOME/.cache}/cometapi/own-files.tsv line
    [[ ! -r $file ]] || while IFS= read -r line; do [[ $line != "$1"[$' \t']* ]] || return 0; done <"$file"
    return 1
}

# Answers with what the program itself says may follow, for commands of the user's own and their names.
_cometapi_ask() {
    local IFS=$'\v'
    COMPREPLY=($(COMP_LINE=$COMP_LINE COMP_POINT=$COMP_POINT _ARGCOMPLETE=1 _ARGCOMPLETE_IFS=$'\v' _ARGCOMPLETE_SHELL=bash \
        _ARGCOMPLETE_COMP_WORDBREAKS=$COMP_WORDBREAKS _ARGCOMPLETE_SUPPRESS_SPACE=1 "$1" 8>&1 >/dev/null 2>&1 </dev/null))
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

# Whether a value belongs to the argument that has flag $1, or is positional number $1; kind becomes what it may be.
_cometapi_wants() {
    _cometapi_find "$takes" " $1 " || [[ $1 != \#* ]] || _cometapi_find "$takes" ' # '
    [[ ${kind:--} != - ]]
}

# Makes kind what the rows $1 have behind the flag or name $2, with $3 before it; whether there is one.
_cometapi_find() {
    [[ $1 =~ "$2"[^\;]*\;([^\;]*) ]]
    kind=$3${BASH_REMATCH[1]-}
    [[ $kind ]]
}

# Cuts the line $1 into words without their quotes, of which current is the last, whose quote is open; head is what
# readline, which cuts at = and : and @ too, leaves alone of it.
_cometapi_read() {
    if [[ $1 == *[\\\"\'\`\$\(]* ]]; then
        _cometapi_read_quoted "$1"
        return
    fi
    words=() last=-1
    for current in $1; do words[++last]=$current; done
    [[ $1 != *[[:space:]] ]] || words[++last]='' current=''
    head=${current%"${current##*[$COMP_WORDBREAKS]}"}
    head=${head%[@$]} # which readline takes into the word
}

# The same for a line with quotes, by the words that bash found in it.
_cometapi_read_quoted() {
    local line=$1 piece rest index plain opened
    words=() last=-1
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
    _cometapi_unquote "${head%[@$]}"
    head=$plain
    for ((index = 0; index <= last; index++)); do
        _cometapi_unquote "${words[index]}"
        words[index]=$plain
    done
    current=$plain
    [[ ! $quote ]] || head=$opened
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
    local - IFS=$' \t\n'
    set -f
    # Up to the last word: at is the phrase found, given holds the flags, place counts the positionals, said is the last.
    local words last current head quote='' at='' given=() place=0 said='' own='' ended='' next takes kind word flag rest
    local index ids=()
    _cometapi_read "${COMP_LINE:0:COMP_POINT}"
    if [[ ${words[last - 1]} == *[\<\>] || ${words[last]} == *[\<\>]* ]]; then
        compopt -o default # of a redirection, a file
        return
    fi
    _cometapi_takes ''
    for ((index = 1; index < last; index++)); do
        word=${words[index]}
        if [[ ! $ended && $word == -- ]]; then
            ended=1
        elif [[ ! $ended && $word == -?* ]]; then
            flag=${word%%=*}
            [[ $word == --* ]] || flag=${word:0:2}
            rest=${word#"$flag"}
            if _cometapi_wants "$flag" && [[ ! $rest && $kind != =* ]]; then rest=${words[++index]}; fi
            given+=("$flag" "$flag=${rest#=}")
        elif ((!place)) && [[ $next == *" $word "* ]]; then
            at+="${at:+ }$word"
            _cometapi_takes "$at"
        else
            [[ $at || $place != 0 ]] || own=$word
            said=$word
            ((++place))
        fi
    done

    if [[ $own ]] && _cometapi_owns "$own"; then
        _cometapi_ask "${1:-${words[0]}}"
        return
    fi
    if ((index > last)); then
        _cometapi_values '' "$flag"
    elif [[ ! $ended && $current == --*=* ]]; then
        _cometapi_values "${current%%=*}=" "${current%%=*}"
    else
        if [[ $ended || $current != -* ]]; then
            ids=($next)
            ((place)) || _cometapi_offer ''
            if [[ ! $at ]] && ((!place)); then
                ids=()
                _cometapi_kept own-commands # the user's own
                _cometapi_offer ''
            fi
            _cometapi_values '' "#$place"
        fi
        [[ $ended || $current != -* || ${current#-} && $current != --* || ${COMPREPLY[*]} ]] || _cometapi_options
    fi
}

complete -F _cometapi cometapi
