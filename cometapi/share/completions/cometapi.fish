# fish completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

# What cometapi knows: its commands, the words that lead to them or follow them, and which flags take a value.
set -g __cometapi_commands 'account' 'alias list' 'alias remove' 'alias set' 'api' 'balance' 'batch cancel' 'batch join' 'batch limits' 'batch list' 'batch run' 'batch status' 'bria create' 'bria edit' 'bria get' 'bria wait' 'chat' 'command add' 'command check' 'command import' 'command list' 'command remove' 'compare' 'completion bash' 'completion fish' 'completion install' 'completion powershell' 'completion zsh' 'config edit' 'config get' 'config path' 'config profile list' 'config profile remove' 'config profile show' 'config profile use' 'config set' 'config show' 'config unset' 'doctor' 'embed' 'exec' 'flux create' 'flux get' 'flux wait' 'gemini' 'grok edit' 'grok get' 'grok video' 'grok wait' 'help' 'history' 'history cost' 'history delete' 'history export' 'history prune' 'history reconcile' 'history search' 'history show' 'history unfinished' 'image' 'image edit' 'init' 'kling get' 'kling image2video' 'kling text2video' 'kling wait' 'logs' 'mcp serve' 'messages' 'midjourney action' 'midjourney blend' 'midjourney describe' 'midjourney edit' 'midjourney get' 'midjourney imagine' 'midjourney modal' 'midjourney video' 'midjourney wait' 'model info' 'models' 'repl' 'replicate create' 'replicate get' 'replicate wait' 'response get' 'responses' 'run' 'runway get' 'runway image2video' 'runway wait' 'sandbox' 'schema' 'seedance create' 'seedance get' 'seedance wait' 'serve' 'similar' 'skill install' 'skill remove' 'skill show' 'speech' 'stats' 'suno create' 'suno get' 'suno wait' 'tasks' 'tasks adopt' 'tasks get' 'tasks unfinished' 'tasks wait' 'template edit' 'template list' 'template save' 'template show' 'tokens' 'tokens create' 'tokens delete' 'tokens get' 'tokens update' 'transcribe' 'video content' 'video create' 'video download' 'video get' 'video list' 'video remix' 'video wait'
set -g __cometapi_phrases 'alias' 'batch' 'bria' 'command' 'completion' 'config' 'config profile' 'flux' 'grok' 'history' 'image' 'kling' 'mcp' 'midjourney' 'model' 'replicate' 'response' 'runway' 'seedance' 'skill' 'suno' 'tasks' 'template' 'tokens' 'video' 'account' 'alias list' 'alias remove' 'alias set' 'api' 'balance' 'batch cancel' 'batch join' 'batch limits' 'batch list' 'batch run' 'batch status' 'bria create' 'bria edit' 'bria get' 'bria wait' 'chat' 'command add' 'command check' 'command import' 'command list' 'command remove' 'compare' 'completion bash' 'completion fish' 'completion install' 'completion powershell' 'completion zsh' 'config edit' 'config get' 'config path' 'config profile list' 'config profile remove' 'config profile show' 'config profile use' 'config set' 'config show' 'config unset' 'doctor' 'embed' 'exec' 'flux create' 'flux get' 'flux wait' 'gemini' 'grok edit' 'grok get' 'grok video' 'grok wait' 'help' 'help alias' 'help batch' 'help bria' 'help command' 'help completion' 'help config' 'help config profile' 'help flux' 'help grok' 'help history' 'help image' 'help kling' 'help mcp' 'help midjourney' 'help model' 'help replicate' 'help response' 'help runway' 'help seedance' 'help skill' 'help suno' 'help tasks' 'help template' 'help tokens' 'help video' 'help account' 'help agents' 'help alias list' 'help alias remove' 'help alias set' 'help api' 'help audio' 'help authentication' 'help balance' 'help batch cancel' 'help batch join' 'help batch limits' 'help batch list' 'help batch run' 'help batch status' 'help batch-clusters' 'help bria create' 'help bria edit' 'help bria get' 'help bria wait' 'help budgets' 'help chat' 'help command add' 'help command check' 'help command import' 'help command list' 'help command remove' 'help compare' 'help comparing' 'help completion bash' 'help completion fish' 'help completion install' 'help completion powershell' 'help completion zsh' 'help config edit' 'help config get' 'help config path' 'help config profile list' 'help config profile remove' 'help config profile show' 'help config profile use' 'help config set' 'help config show' 'help config unset' 'help context' 'help conversation' 'help doctor' 'help embed' 'help embeddings' 'help environment' 'help estimates' 'help exec' 'help exit-codes' 'help families' 'help flux create' 'help flux get' 'help flux wait' 'help formats' 'help gemini' 'help grok edit' 'help grok get' 'help grok video' 'help grok wait' 'help guide-agents' 'help guide-batch' 'help guide-budgets' 'help guide-first-call' 'help guide-history' 'help guide-media' 'help guide-scripting' 'help guide-structured' 'help guide-tools' 'help guides' 'help help' 'help history cost' 'help history delete' 'help history export' 'help history prune' 'help history reconcile' 'help history search' 'help history show' 'help history unfinished' 'help image edit' 'help images' 'help init' 'help kling get' 'help kling image2video' 'help kling text2video' 'help kling wait' 'help logs' 'help mcp serve' 'help messages' 'help midjourney action' 'help midjourney blend' 'help midjourney describe' 'help midjourney edit' 'help midjourney get' 'help midjourney imagine' 'help midjourney modal' 'help midjourney video' 'help midjourney wait' 'help model info' 'help models' 'help network' 'help options' 'help own-commands' 'help past' 'help privacy' 'help repl' 'help replicate create' 'help replicate get' 'help replicate wait' 'help response get' 'help responses' 'help run' 'help runway get' 'help runway image2video' 'help runway wait' 'help sandbox' 'help schema' 'help scripting' 'help seedance create' 'help seedance get' 'help seedance wait' 'help serve' 'help similar' 'help skill install' 'help skill remove' 'help skill show' 'help speech' 'help stats' 'help streaming' 'help structured' 'help suno create' 'help suno get' 'help suno wait' 'help tasks adopt' 'help tasks get' 'help tasks unfinished' 'help tasks wait' 'help template edit' 'help template list' 'help template save' 'help template show' 'help templates' 'help tokens create' 'help tokens delete' 'help tokens get' 'help tokens update' 'help tools' 'help transcribe' 'help video content' 'help video create' 'help video download' 'help video get' 'help video list' 'help video remix' 'help video wait' 'history cost' 'history delete' 'history export' 'history prune' 'history reconcile' 'history search' 'history show' 'history unfinished' 'image edit' 'init' 'kling get' 'kling image2video' 'kling text2video' 'kling wait' 'logs' 'mcp serve' 'messages' 'midjourney action' 'midjourney blend' 'midjourney describe' 'midjourney edit' 'midjourney get' 'midjourney imagine' 'midjourney modal' 'midjourney video' 'midjourney wait' 'model info' 'models' 'repl' 'replicate create' 'replicate get' 'replicate wait' 'response get' 'responses' 'run' 'runway get' 'runway image2video' 'runway wait' 'sandbox' 'schema' 'schema alias' 'schema batch' 'schema bria' 'schema command' 'schema completion' 'schema config' 'schema config profile' 'schema flux' 'schema grok' 'schema history' 'schema image' 'schema kling' 'schema mcp' 'schema midjourney' 'schema model' 'schema replicate' 'schema response' 'schema runway' 'schema seedance' 'schema skill' 'schema suno' 'schema tasks' 'schema template' 'schema tokens' 'schema video' 'schema account' 'schema alias list' 'schema alias remove' 'schema alias set' 'schema api' 'schema balance' 'schema batch cancel' 'schema batch join' 'schema batch limits' 'schema batch list' 'schema batch run' 'schema batch status' 'schema bria create' 'schema bria edit' 'schema bria get' 'schema bria wait' 'schema chat' 'schema command add' 'schema command check' 'schema command import' 'schema command list' 'schema command remove' 'schema compare' 'schema completion bash' 'schema completion fish' 'schema completion install' 'schema completion powershell' 'schema completion zsh' 'schema config edit' 'schema config get' 'schema config path' 'schema config profile list' 'schema config profile remove' 'schema config profile show' 'schema config profile use' 'schema config set' 'schema config show' 'schema config unset' 'schema doctor' 'schema embed' 'schema exec' 'schema flux create' 'schema flux get' 'schema flux wait' 'schema gemini' 'schema grok edit' 'schema grok get' 'schema grok video' 'schema grok wait' 'schema help' 'schema history cost' 'schema history delete' 'schema history export' 'schema history prune' 'schema history reconcile' 'schema history search' 'schema history show' 'schema history unfinished' 'schema image edit' 'schema init' 'schema kling get' 'schema kling image2video' 'schema kling text2video' 'schema kling wait' 'schema logs' 'schema mcp serve' 'schema messages' 'schema midjourney action' 'schema midjourney blend' 'schema midjourney describe' 'schema midjourney edit' 'schema midjourney get' 'schema midjourney imagine' 'schema midjourney modal' 'schema midjourney video' 'schema midjourney wait' 'schema model info' 'schema models' 'schema repl' 'schema replicate create' 'schema replicate get' 'schema replicate wait' 'schema response get' 'schema responses' 'schema run' 'schema runway get' 'schema runway image2video' 'schema runway wait' 'schema sandbox' 'schema schema' 'schema seedance create' 'schema seedance get' 'schema seedance wait' 'schema serve' 'schema similar' 'schema skill install' 'schema skill remove' 'schema skill show' 'schema speech' 'schema stats' 'schema suno create' 'schema suno get' 'schema suno wait' 'schema tasks adopt' 'schema tasks get' 'schema tasks unfinished' 'schema tasks wait' 'schema template edit' 'schema template list' 'schema template save' 'schema template show' 'schema tokens create' 'schema tokens delete' 'schema tokens get' 'schema tokens update' 'schema transcribe' 'schema video content' 'schema video create' 'schema video download' 'schema video get' 'schema video list' 'schema video remix' 'schema video wait' 'seedance create' 'seedance get' 'seedance wait' 'serve' 'similar' 'skill install' 'skill remove' 'skill show' 'speech' 'stats' 'suno create' 'suno get' 'suno wait' 'tasks adopt' 'tasks get' 'tasks unfinished' 'tasks wait' 'template edit' 'template list' 'template save' 'template show' 'tokens create' 'tokens delete' 'tokens get' 'tokens update' 'transcribe' 'video content' 'video create' 'video download' 'video get' 'video list' 'video remix' 'video wait'

# The sets of options of each command, and of what stands before one; flags of commands and of @sets that take a value.
set -g __cometapi_uses
set -a __cometapi_uses ' '{detail,output,shape,reply,file,network,looking,everywhere,consent,spending,estimate,limits,order,limit,media,made,past,history,context,answer,structured,fallback,own,tools,paging,page,cache}
set -a __cometapi_uses 'account '{detail,output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'alias list '{output,shape,file,everywhere}
set -a __cometapi_uses 'alias remove 'everywhere
set -a __cometapi_uses 'alias set 'everywhere
set -a __cometapi_uses 'api '{network,looking,shape,reply,consent,file,spending,estimate,everywhere}
set -a __cometapi_uses 'balance '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'batch cancel 'everywhere
set -a __cometapi_uses 'batch join '{output,shape,file,everywhere}
set -a __cometapi_uses 'batch limits '{limits,everywhere}
set -a __cometapi_uses 'batch list '{output,shape,order,limit,file,everywhere}
set -a __cometapi_uses 'batch run '{limits,network,spending,estimate,everywhere}
set -a __cometapi_uses 'batch status '{output,shape,detail,file,everywhere}
set -a __cometapi_uses 'bria create '{more-request,output,shape,reply,file,media,order,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'bria edit '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'bria get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'bria wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'chat '{past,history,context,answer,answer-request,structured,fallback,own,tools,consent,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'command add '{consent,everywhere}
set -a __cometapi_uses 'command check '{file,everywhere}
set -a __cometapi_uses 'command import '{consent,everywhere}
set -a __cometapi_uses 'command list '{output,shape,file,everywhere}
set -a __cometapi_uses 'command remove '{consent,everywhere}
set -a __cometapi_uses 'compare '{history,limits,network,looking,output,shape,file,spending,estimate,everywhere}
set -a __cometapi_uses 'completion bash 'everywhere
set -a __cometapi_uses 'completion fish 'everywhere
set -a __cometapi_uses 'completion install 'everywhere
set -a __cometapi_uses 'completion powershell 'everywhere
set -a __cometapi_uses 'completion zsh 'everywhere
set -a __cometapi_uses 'config edit 'everywhere
set -a __cometapi_uses 'config get '{output,shape,file,everywhere}
set -a __cometapi_uses 'config path '{output,shape,file,everywhere}
set -a __cometapi_uses 'config profile list '{output,shape,file,everywhere}
set -a __cometapi_uses 'config profile remove '{consent,everywhere}
set -a __cometapi_uses 'config profile show '{output,shape,file,everywhere}
set -a __cometapi_uses 'config profile use 'everywhere
set -a __cometapi_uses 'config set 'everywhere
set -a __cometapi_uses 'config show '{output,shape,file,everywhere}
set -a __cometapi_uses 'config unset 'everywhere
set -a __cometapi_uses 'doctor '{output,shape,network,file,everywhere}
set -a __cometapi_uses 'embed '{limits,output,shape,reply,file,order,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'exec '{history,network,spending,everywhere}
set -a __cometapi_uses 'flux create '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'flux get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'flux wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'gemini '{past,history,context,answer,answer-request,structured,fallback,own,tools,consent,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'grok edit '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'grok get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'grok video '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'grok wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'help 'everywhere
set -a __cometapi_uses 'history '{output,shape,order,limit,detail,file,everywhere}
set -a __cometapi_uses 'history cost '{output,shape,order,file,everywhere}
set -a __cometapi_uses 'history delete '{consent,everywhere}
set -a __cometapi_uses 'history export '{file,everywhere}
set -a __cometapi_uses 'history prune '{consent,everywhere}
set -a __cometapi_uses 'history reconcile '{output,shape,order,limit,network,file,everywhere}
set -a __cometapi_uses 'history search '{output,shape,order,limit,file,everywhere}
set -a __cometapi_uses 'history show '{output,shape,file,everywhere}
set -a __cometapi_uses 'history unfinished '{output,shape,order,limit,detail,file,everywhere}
set -a __cometapi_uses 'image '{output,shape,reply,file,media,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'image edit '{output,shape,reply,file,media,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'init '{network,everywhere}
set -a __cometapi_uses 'kling get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'kling image2video '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'kling text2video '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'kling wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'logs '{detail,output,shape,reply,file,order,paging,page,network,looking,everywhere}
set -a __cometapi_uses 'mcp serve '{history,network,spending,everywhere}
set -a __cometapi_uses 'messages '{past,history,context,answer,answer-request,structured,fallback,own,tools,consent,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney action '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney blend '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney describe '{more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney edit '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'midjourney imagine '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney modal '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney video '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'midjourney wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'model info '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'models '{limit,detail,output,shape,reply,file,cache,order,network,looking,everywhere}
set -a __cometapi_uses 'repl '{network,everywhere}
set -a __cometapi_uses 'replicate create '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'replicate get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'replicate wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'response get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'responses '{past,history,context,answer,answer-request,structured,fallback,own,tools,consent,output,shape,reply,file,waiting,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'run '{network,looking,reply,history,answer,answer-request,output,shape,file,spending,estimate,everywhere}
set -a __cometapi_uses 'runway get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'runway image2video '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'runway wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'sandbox 'everywhere
set -a __cometapi_uses 'schema '{file,everywhere}
set -a __cometapi_uses 'seedance create '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'seedance get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'seedance wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'serve '{history,network,spending,everywhere}
set -a __cometapi_uses 'similar '{limit,output,shape,reply,file,order,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'skill install '{consent,everywhere}
set -a __cometapi_uses 'skill remove '{consent,everywhere}
set -a __cometapi_uses 'skill show 'everywhere
set -a __cometapi_uses 'speech '{file,media,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'stats '{limit,output,shape,reply,file,order,network,looking,everywhere}
set -a __cometapi_uses 'suno create '{made,more-request,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'suno get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'suno wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -a __cometapi_uses 'tasks '{detail,output,shape,reply,file,order,paging,page,waiting,network,looking,everywhere}
set -a __cometapi_uses 'tasks adopt '{network,output,shape,file,everywhere}
set -a __cometapi_uses 'tasks get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'tasks unfinished '{output,shape,order,limit,detail,file,everywhere}
set -a __cometapi_uses 'tasks wait '{output,shape,reply,file,waiting,network,looking,everywhere}
set -a __cometapi_uses 'template edit 'everywhere
set -a __cometapi_uses 'template list '{output,shape,file,everywhere}
set -a __cometapi_uses 'template save 'everywhere
set -a __cometapi_uses 'template show '{output,shape,file,everywhere}
set -a __cometapi_uses 'tokens '{detail,output,shape,reply,file,order,paging,page,network,looking,everywhere}
set -a __cometapi_uses 'tokens create '{network,looking,everywhere}
set -a __cometapi_uses 'tokens delete '{consent,network,looking,everywhere}
set -a __cometapi_uses 'tokens get '{detail,output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'tokens update '{network,looking,everywhere}
set -a __cometapi_uses 'transcribe '{output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'video content '{file,network,looking,everywhere}
set -a __cometapi_uses 'video create '{made,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'video download '{output,shape,reply,file,media,network,looking,everywhere}
set -a __cometapi_uses 'video get '{output,shape,reply,file,network,looking,everywhere}
set -a __cometapi_uses 'video list '{output,shape,order,limit,detail,file,everywhere}
set -a __cometapi_uses 'video remix '{made,output,shape,reply,file,spending,estimate,network,looking,everywhere}
set -a __cometapi_uses 'video wait '{output,shape,reply,file,media,waiting,network,looking,everywhere}
set -g __cometapi_valued
set -a __cometapi_valued 'api '{--body,--field,--format,--header,--input,--set,-f}
set -a __cometapi_valued 'balance '{--source,-s}
set -a __cometapi_valued 'batch join '{--id,--input-format}
set -a __cometapi_valued 'batch run '{--engine,--format,--id,--input-format,--max-errors,--order,--output,--rerun,--scheduler,--shard,--template,-f,-o}
set -a __cometapi_valued 'bria create '{--aspect-ratio,--medium,--num-results,-n}
set -a __cometapi_valued 'bria edit '{--mask,--num-results,-n}
set -a __cometapi_valued 'chat '{--audio,--detail,--developer,--frequency-penalty,--image,--logit-bias,--max-completion-tokens,--max-tokens,--message,--messages,--model,--n,--presence-penalty,--reasoning-effort,--response-format,--schema,--schema-multi,--seed,--service-tier,--stop,--stream-options,--system,--temperature,--tool-choice,--tool-result,--tools,--top-logprobs,--top-p,--user,-m,-s,-t}
set -a __cometapi_valued 'command add '--digest
set -a __cometapi_valued 'command import '{--name,--output,--service,--url,-o}
set -a __cometapi_valued 'compare '{--expect,--file,--image,--judge,--max-tokens,--model,--schema,--system,--temperature,-F,-m,-s,-t}
set -a __cometapi_valued 'embed '{--dimensions,--field,--jsonl,--lines,--model,-m}
set -a __cometapi_valued 'exec '{--as,--model,--models,--record,--replay,-m}
set -a __cometapi_valued 'flux create '{--guidance,--height,--model,--output-format,--safety-tolerance,--seed,--width,-m}
set -a __cometapi_valued 'gemini '{--aspect-ratio,--audio,--cached-content,--candidates,--image,--image-size,--lat-lng,--max-tokens,--messages,--modality,--model,--safety,--save,--schema,--schema-multi,--seed,--stop,--system,--temperature,--thinking-budget,--thinking-level,--tool-mode,--tools,--top-k,--top-p,--video,-m,-s,-t}
set -a __cometapi_valued 'grok video '{--aspect-ratio,--duration,--image,--model,--resolution,--user,-m}
set -a __cometapi_valued 'history cost '--by
set -a __cometapi_valued 'history prune '--older-than
set -a __cometapi_valued 'history reconcile '--since
set -a __cometapi_valued 'image '{--aspect-ratio,--background,--body,--image,--max-images,--model,--n,--output-compression,--output-format,--quality,--response-format,--sequential-image-generation,--set,--size,-m,-n}
set -a __cometapi_valued 'image edit '{--image,--mask,--model,--n,--output-format,--quality,--response-format,--set,--size,-m,-n}
set -a __cometapi_valued 'kling get '--kind
set -a __cometapi_valued 'kling image2video '{--cfg-scale,--duration,--mode,--model,--negative-prompt,--own-id,-m}
set -a __cometapi_valued 'kling text2video '{--aspect-ratio,--camera-control,--cfg-scale,--duration,--mode,--model,--negative-prompt,--own-id,-m}
set -a __cometapi_valued 'kling wait '--kind
set -a __cometapi_valued 'logs '{--end,--group,--interval,--model,--request-id,--start,--token-name,--type,-g,-m,-t}
set -a __cometapi_valued 'mcp serve '--folder
set -a __cometapi_valued 'messages '{--beta,--effort,--image,--max-tokens,--messages,--model,--schema,--schema-multi,--stop,--system,--temperature,--thinking-budget,--tool-choice,--tools,--top-k,--top-p,--user,-m,-s,-t}
set -a __cometapi_valued 'midjourney describe '{--bot,--state}
set -a __cometapi_valued 'midjourney imagine '{--bot,--state}
set -a __cometapi_valued 'midjourney modal '--mask
set -a __cometapi_valued 'models '{--capability,--endpoint,--feature,--modality,--provider,--search,--source,--type,-s}
set -a __cometapi_valued 'replicate create '{--aspect-ratio,--input-image,--input-images,--num-outputs,--output-format,--output-quality}
set -a __cometapi_valued 'responses '{--effort,--image,--instructions,--max-tokens,--messages,--model,--previous-response,--reasoning-effort,--reasoning-summary,--schema,--schema-multi,--service-tier,--system,--temperature,--tool-choice,--tool-result,--tools,--top-p,--truncation,--verbosity,-m,-s,-t}
set -a __cometapi_valued 'run '{--endpoint,--prompt,-e,-p}
set -a __cometapi_valued 'runway image2video '{--duration,--model,--ratio,--seed,-m}
set -a __cometapi_valued 'sandbox '{--cut-after,--delay,--fail,--port}
set -a __cometapi_valued 'schema '--tools
set -a __cometapi_valued 'seedance create '{--model,-m}
set -a __cometapi_valued 'serve '{--models,--port,--record,--replay}
set -a __cometapi_valued 'similar '{--dimensions,--model,-m}
set -a __cometapi_valued 'skill install '--for
set -a __cometapi_valued 'skill remove '--for
set -a __cometapi_valued 'speech '{--instructions,--model,--response-format,--speed,--voice,-m}
set -a __cometapi_valued 'stats '{--by,--end,--start}
set -a __cometapi_valued 'suno create '{--continue-at,--continue-clip,--description,--model,--negative-tags,--tags,--title,-m}
set -a __cometapi_valued 'tasks '{--action,--end,--platform,--start,--status,--task-id}
set -a __cometapi_valued 'tokens '{--search,-s}
set -a __cometapi_valued 'tokens create '{--allow-ips,--expires,--group,--models,--quota,-g}
set -a __cometapi_valued 'tokens update '{--allow-ips,--expires,--group,--models,--name,--quota,--status,-g}
set -a __cometapi_valued 'transcribe '{--language,--model,--prompt,--response-format,--temperature,--timestamp-granularities,-m,-t}
set -a __cometapi_valued 'video content '--variant
set -a __cometapi_valued 'video create '{--aspect-ratio,--input-reference,--model,--resolution,--seconds,--set,--size,--video,-m}
set -a __cometapi_valued '@everywhere '{--color,--profile}
set -a __cometapi_valued '@network '{--ca,--client-cert,--client-key,--connect-timeout,--retries,--retry-max-wait,--timeout}
set -a __cometapi_valued '@limits '{--parallel,--rpm,--tpm}
set -a __cometapi_valued '@spending '{--max-calls,--max-cost,--until}
set -a __cometapi_valued '@output '{--format,-f}
set -a __cometapi_valued '@shape '{--fields,--query}
set -a __cometapi_valued '@file '{--output,-o}
set -a __cometapi_valued '@media '--save
set -a __cometapi_valued '@new_file '--save
set -a __cometapi_valued '@context '{--file,--link,-F}
set -a __cometapi_valued '@answer '--reasoning
set -a __cometapi_valued '@answer-request '{--body,--set}
set -a __cometapi_valued '@made '{--interval,--max-wait,--save}
set -a __cometapi_valued '@more-request '{--body,--set}
set -a __cometapi_valued '@structured '--repairs
set -a __cometapi_valued '@own '{--param,--template,-p}
set -a __cometapi_valued '@fallback '--fallback
set -a __cometapi_valued '@tools '{--max-rounds,--run-tools,--tool-timeout}
set -a __cometapi_valued '@order '{--sort,--where}
set -a __cometapi_valued '@limit '{--limit,-l}
set -a __cometapi_valued '@waiting '{--interval,--max-wait}
set -a __cometapi_valued '@paging '{--limit,--page-size,-l}
set -a __cometapi_valued '@page '{--page,-p}

# Words of a list in the cache folder, with their descriptions.
function __cometapi_list -a name
    set -l folder $HOME/.cache
    test -n "$XDG_CACHE_HOME"; and set folder $XDG_CACHE_HOME
    test -r $folder/cometapi/$name.tsv; and string match -r '.+' <$folder/cometapi/$name.tsv
    test $name = models; and __cometapi_list own-models
end

# Words as the last of those, separated by commas, that the value being typed holds.
function __cometapi_joined
    set -l before (commandline -ct | string replace -r '^--[^=]*=' '' | string match -r '^.*,')
    while read -l line
        contains -- (string split -f 1 \t -- $line) (string split , -- $before); and continue
        printf '%s%s\n' "$before" $line
    end
end

# The columns of the results of the command of the line.
function __cometapi_columns
    switch $__cometapi_command
        case 'account'
            printf '%s\n' id username display_name email role status group balance used request_count invitation_code invited
        case 'alias list'
            printf '%s\n' alias kind value
        case 'balance'
            printf '%s\n' balance used total_topped_up currency source
        case 'batch join'
            printf '%s\n' id answer error_code error_message model cost_usd_estimate files
        case 'batch list'
            printf '%s\n' state rows done failed unknown cost_usd_estimate results
        case 'batch status'
            printf '%s\n' state rows done in_progress failed unknown rows_per_second cost_usd_estimate seconds_left limits results
        case 'bria create'
            printf '%s\n' uuid seed urls
        case 'bria edit'
            printf '%s\n' id
        case 'bria get'
            printf '%s\n' id status reason url seed refined_prompt
        case 'bria wait'
            printf '%s\n' id status reason url seed refined_prompt
        case 'chat'
            printf '%s\n' model content finish_reason prompt_tokens completion_tokens total_tokens
        case 'command list'
            printf '%s\n' command summary effect cost host state digest path
        case 'compare'
            printf '%s\n' model command answer first_token duration tokens input_tokens output_tokens cost_usd_estimate expect expect_reason rank reason error
        case 'config get'
            printf '%s\n' setting value origin shadows
        case 'config path'
            printf '%s\n' path exists
        case 'config profile list'
            printf '%s\n' profile in_use api_key access_token base_url default_model
        case 'config profile show'
            printf '%s\n' setting value origin shadows
        case 'config show'
            printf '%s\n' setting value origin shadows
        case 'doctor'
            printf '%s\n' check status detail advice
        case 'embed'
            printf '%s\n' index text model embedding
        case 'flux create'
            printf '%s\n' id
        case 'flux get'
            printf '%s\n' id status progress reason url
        case 'flux wait'
            printf '%s\n' id status progress reason url
        case 'gemini'
            printf '%s\n' model content finish_reason prompt_tokens completion_tokens total_tokens
        case 'grok edit'
            printf '%s\n' id
        case 'grok get'
            printf '%s\n' id status progress reason url
        case 'grok video'
            printf '%s\n' id
        case 'grok wait'
            printf '%s\n' id status progress reason url
        case 'history'
            printf '%s\n' id title model used_at turns cost_usd name command state started_at forked_from unpriced
        case 'history cost'
            printf '%s\n' model day key calls cost_usd unpriced
        case 'history reconcile'
            printf '%s\n' time model estimated_usd charged_usd difference_usd request_id
        case 'history search'
            printf '%s\n' id snippet title model used_at exchange
        case 'history show'
            printf '%s\n' id title name model protocol exported_at started_at used_at forked_from turns cost_usd unpriced messages refused
        case 'history unfinished'
            printf '%s\n' time state model prompt request_id command error id look_up
        case 'image'
            printf '%s\n' paths unsaved model revised_prompts input_tokens output_tokens cost_usd_estimate
        case 'image edit'
            printf '%s\n' paths unsaved model revised_prompts input_tokens output_tokens cost_usd_estimate
        case 'kling get'
            printf '%s\n' id status reason url
        case 'kling image2video'
            printf '%s\n' id status
        case 'kling text2video'
            printf '%s\n' id status
        case 'kling wait'
            printf '%s\n' id status reason url
        case 'logs'
            printf '%s\n' time type model cost_usd duration_ms prompt_tokens completion_tokens token_name content stream first_token_ms cache_tokens request_id response_id group endpoint model_ratio completion_ratio group_ratio cache_ratio model_price username user_id ip quota error_code http_status
        case 'messages'
            printf '%s\n' model content stop_reason input_tokens output_tokens id
        case 'midjourney action'
            printf '%s\n' id status message
        case 'midjourney blend'
            printf '%s\n' id status message
        case 'midjourney describe'
            printf '%s\n' id status message
        case 'midjourney edit'
            printf '%s\n' id status message
        case 'midjourney get'
            printf '%s\n' id action status progress reason url prompts buttons labels
        case 'midjourney imagine'
            printf '%s\n' id status message
        case 'midjourney modal'
            printf '%s\n' id status message
        case 'midjourney video'
            printf '%s\n' id status message
        case 'midjourney wait'
            printf '%s\n' id action status progress reason url prompts buttons labels
        case 'model info'
            printf '%s\n' id code name provider type features price pricing context_length max_completion_tokens endpoints commands api_doc_url description overview
        case 'models'
            printf '%s\n' id owned_by created provider type price features context_length max_completion_tokens input_price output_price per_request_price per_second_price currency endpoints api_doc_url
        case 'replicate create'
            printf '%s\n' id model status created
        case 'replicate get'
            printf '%s\n' id model status reason url created input logs
        case 'replicate wait'
            printf '%s\n' id model status reason url created input logs
        case 'response get'
            printf '%s\n' model content status input_tokens output_tokens total_tokens id
        case 'responses'
            printf '%s\n' model content status input_tokens output_tokens total_tokens id
        case 'runway get'
            printf '%s\n' id status progress reason url
        case 'runway image2video'
            printf '%s\n' id
        case 'runway wait'
            printf '%s\n' id status progress reason url
        case 'seedance create'
            printf '%s\n' id
        case 'seedance get'
            printf '%s\n' id model status reason url resolution ratio duration frames_per_second created updated
        case 'seedance wait'
            printf '%s\n' id model status reason url resolution ratio duration frames_per_second created updated
        case 'similar'
            printf '%s\n' score index text
        case 'stats'
            printf '%s\n' model key day requests prompt_tokens completion_tokens usage_usd requests_change usage_change success_rate predicted_days_left
        case 'suno create'
            printf '%s\n' id
        case 'suno get'
            printf '%s\n' id status progress reason url titles
        case 'suno wait'
            printf '%s\n' id status progress reason url titles
        case 'tasks'
            printf '%s\n' task_id time platform status progress result action model cost_usd started finished data
        case 'tasks adopt'
            printf '%s\n' task_id status model platform submitted command sent
        case 'tasks get'
            printf '%s\n' task_id platform action status progress result model cost_usd submitted finished data
        case 'tasks unfinished'
            printf '%s\n' time state task command model continue_with request_id error key_hint look_up
        case 'tasks wait'
            printf '%s\n' task_id platform action status progress result model cost_usd submitted finished data
        case 'template list'
            printf '%s\n' template summary parameters command model system prompt options path
        case 'template show'
            printf '%s\n' template summary parameters command model system prompt options path
        case 'tokens'
            printf '%s\n' id name key status balance used expires last_used created group models allowed_ips
        case 'tokens get'
            printf '%s\n' id name key status balance used expires last_used created group models allowed_ips
        case 'transcribe'
            printf '%s\n' text
        case 'video create'
            printf '%s\n' id status model seconds size created
        case 'video download'
            printf '%s\n' id status progress model seconds size created completed expires url error_code reason
        case 'video get'
            printf '%s\n' id status progress model seconds size created completed expires url error_code reason
        case 'video list'
            printf '%s\n' time id state command model continue_with request_id key_hint
        case 'video remix'
            printf '%s\n' id status model seconds size created
        case 'video wait'
            printf '%s\n' id status progress model seconds size created completed expires url error_code reason
    end
end

# The profiles of the config file.
function __cometapi_profiles
    set -l folder $HOME/.config
    test -n "$XDG_CONFIG_HOME"; and set folder $XDG_CONFIG_HOME
    echo default
    test -r $folder/cometapi/config.toml
    and string replace -rf '^ *\\[ *profiles *\\. *("([^"]*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)).*' '$2$3$4' <$folder/cometapi/config.toml
end

# The line belongs to this command; sets are those of its options, found once for all conditions.
function __cometapi_enter -a command
    set -g __cometapi_command $command
    set -g __cometapi_sets (string replace -rf -- "^$command (\S+)\$" '$1' $__cometapi_uses)
end

# Reads the line; conditions ask for it where the line is another than before. at is the phrase found, command the part of
# it that has options, given holds the flags and their values, place counts the positionals, of which said is the last.
function __cometapi_read
    set -g __cometapi_line "$(commandline -cp)"
    set -g __cometapi_at ''
    __cometapi_enter ''
    set -g __cometapi_given
    set -g __cometapi_place 0
    set -l ended
    set -l words (commandline -opc)
    while set -e words[1]; and set -q words[1]
        set -l word $words[1]
        if test -z "$ended"; and string match -q -- '-?*' $word
            set -l flag (string match -r -- '^(?:--[^=]*|-.)' $word)
            test "$flag" = --; and set ended 1; and continue
            if not __cometapi_wants $flag
                set -a __cometapi_given $flag
            else if test "$flag" != "$word"
                set -a __cometapi_given $flag $flag=(string replace -r -- '^(?:--[^=]*|-.)=?' '' $word)
            else if set -q words[2]
                set -a __cometapi_given $flag $flag=$words[2]
                set -e words[1]
            end
        else if test $__cometapi_place = 0; and contains -- (string trim -- "$__cometapi_at $word") $__cometapi_phrases
            set __cometapi_at (string trim -- "$__cometapi_at $word")
            contains -- $__cometapi_at $__cometapi_commands; and __cometapi_enter $__cometapi_at
        else
            set __cometapi_place (math $__cometapi_place + 1)
            set -g __cometapi_said $word
        end
    end
end

# Whether the line has come to this phrase, and no further.
function __cometapi_at -a phrase
    test "$(commandline -cp)" = "$__cometapi_line"; or __cometapi_read
    test "$__cometapi_at" = "$phrase" -a $__cometapi_place = 0
end

# Whether none of these flags is given.
function __cometapi_free
    for flag in $argv
        contains -- $flag $__cometapi_given; and return 1
    end
    return 0
end

# Whether the line belongs to this command, and none of the flags that follow is given.
function __cometapi_takes -a command
    test "$(commandline -cp)" = "$__cometapi_line"; or __cometapi_read
    test "$__cometapi_command" = "$command"; and __cometapi_free $argv[2..]
end

# Whether the command of the line has this set of options, and none of the flags that follow is given.
function __cometapi_shares -a set
    test "$(commandline -cp)" = "$__cometapi_line"; or __cometapi_read
    contains -- $set $__cometapi_sets; and __cometapi_free $argv[2..]
end

# Whether a value follows this flag in the command of the line.
function __cometapi_wants -a flag
    for owner in $__cometapi_command @$__cometapi_sets
        contains -- "$owner $flag" $__cometapi_valued; and return
    end
    return 1
end

# Whether the next positional of this command is the one with this number; with a third word, that one or a later one.
function __cometapi_place -a command number more
    __cometapi_takes $command
    and test $__cometapi_place = $number -o -n "$more" -a $__cometapi_place -gt $number
end

# Whether the next positional of this command is the one with this number, and the one before it is this word.
function __cometapi_after -a command number word
    __cometapi_place $command $number
    and test "$__cometapi_said" = "$word"
end

complete -c cometapi -e
complete -c cometapi -f
complete -c cometapi -l help -s h -d 'Show this help.'

# Options before the command.
complete -c cometapi -n '__cometapi_at ""' -l version -s V -d 'Show the version.'

# Options that commands share, by the names of their sets.
complete -c cometapi -n '__cometapi_shares everywhere --debug' -l debug -d 'Print tracebacks and every request and reply, without secrets.'
complete -c cometapi -n '__cometapi_shares everywhere --quiet -q --verbose' -l quiet -s q -d 'Print only the result and errors.'
complete -c cometapi -n '__cometapi_shares everywhere --quiet -q --verbose' -l verbose -d 'Log requests, replies and cache hits to stderr.'
complete -c cometapi -n '__cometapi_shares everywhere --color' -l color -x -a 'auto\t always\t never\t' -d 'When to use colour; overrides NO_COLOR and FORCE_COLOR.'
complete -c cometapi -n '__cometapi_shares everywhere --plain' -l plain -d 'Plain output without styles or redrawing, for screen readers and logs.'
complete -c cometapi -n '__cometapi_shares everywhere --no-input' -l no-input -d 'Never prompt; fail if something is missing. Implied when CI is set.'
complete -c cometapi -n '__cometapi_shares everywhere --profile' -l profile -x -a '(__cometapi_profiles)' -d 'Use the keys and settings of this profile.'
complete -c cometapi -n '__cometapi_shares network --sandbox' -l sandbox -d 'Answer from local sample data; nothing is sent to the service.'
complete -c cometapi -n '__cometapi_shares network --timeout' -l timeout -x -d 'Timeout for the first byte, and between two parts of a stream.'
complete -c cometapi -n '__cometapi_shares network --connect-timeout' -l connect-timeout -x -d 'Timeout for connecting.'
complete -c cometapi -n '__cometapi_shares network --retries' -l retries -x -d 'How many times to retry a request that is safe to retry.'
complete -c cometapi -n '__cometapi_shares network --retry-max-wait' -l retry-max-wait -x -d 'Longest wait between retries.'
complete -c cometapi -n '__cometapi_shares network --ca' -l ca -r -F -d 'PEM file of certificates to trust instead of the system\'s.'
complete -c cometapi -n '__cometapi_shares network --client-cert' -l client-cert -r -F -d 'Client certificate in PEM.'
complete -c cometapi -n '__cometapi_shares network --client-key' -l client-key -r -F -d 'Key of the client certificate, if it is in a separate file.'
complete -c cometapi -n '__cometapi_shares limits --parallel' -l parallel -x -d 'Most requests to one model at once. By default, and with auto, a few at first, and more as long as the service takes them.'
complete -c cometapi -n '__cometapi_shares limits --rpm' -l rpm -x -d 'Most requests to one model in any minute.'
complete -c cometapi -n '__cometapi_shares limits --tpm' -l tpm -x -d 'Most tokens to and from one model in any minute, by an estimate before they are known.'
complete -c cometapi -n '__cometapi_shares spending --max-cost' -l max-cost -x -d 'Send nothing that could make the call cost more by the catalog\'s prices (see help budgets).'
complete -c cometapi -n '__cometapi_shares spending --max-calls' -l max-calls -x -d 'Send at most N paid requests.'
complete -c cometapi -n '__cometapi_shares spending --until' -l until -x -d 'Send no paid request after this time, such as 18:00, +2h or 2026-01-31T18:00.'
complete -c cometapi -n '__cometapi_shares estimate --dry-run --curl --fields --query --raw --estimate --events' -l estimate -d 'Print how many tokens and dollars the call would probably take, as a range; nothing is sent or paid (see help estimates).'
complete -c cometapi -n '__cometapi_shares looking --dry-run --curl --estimate' -l dry-run -d 'Print the request instead of sending it.'
complete -c cometapi -n '__cometapi_shares looking --dry-run --curl --estimate' -l curl -d 'Print a curl command for the request instead of sending it.'
complete -c cometapi -n '__cometapi_shares output --format -f --json --raw --response-format --events --markdown --export' -l format -s f -x -a 'table\t json\t jsonl\t yaml\t csv\t markdown\t' -d 'Output format.'
complete -c cometapi -n '__cometapi_shares shape --format -f --json --markdown' -l json -d 'Print JSON; short for --format json.'
complete -c cometapi -n '__cometapi_shares shape --fields --raw --estimate --response-format --events --export' -l fields -x -a '(__cometapi_columns | __cometapi_joined)' -d 'Print only these fields, in this order, in any format.'
complete -c cometapi -n '__cometapi_shares shape --query --raw --estimate --response-format --events --export --follow' -l query -x -d 'Filter the result with a JMESPath expression.'
complete -c cometapi -n '__cometapi_shares file --output -o --follow' -l output -s o -r -F -d 'Write the result to FILE, atomically; - means stdout.'
complete -c cometapi -n '__cometapi_shares file --force' -l force -d 'Overwrite an existing file.'
complete -c cometapi -n '__cometapi_shares media --save' -l save -x -a '(__fish_complete_directories)' -d 'Save images and other media of the reply to this folder.'
complete -c cometapi -n '__cometapi_shares media --sidecar' -l sidecar -d 'Write a JSON file next to each saved file, with the prompt, model, request, cost, checksum and request ID.'
complete -c cometapi -n '__cometapi_shares media --show' -l show -d 'Display saved images in the terminal, if it supports the kitty or iTerm2 image protocol, or sixels.'
complete -c cometapi -n '__cometapi_shares new_file ' -l save -x -a '(__fish_complete_directories)' -d 'Save the file to this folder under a new name.'
complete -c cometapi -n '__cometapi_shares reply --format -f --fields --query --raw --paginate --estimate --sort --where --response-format --events --follow' -l raw -d 'Print the service\'s reply unchanged.'
complete -c cometapi -n '__cometapi_shares context ' -l file -s F -r -F -d 'Put a text file, folder, pattern (\'src/**/*.py\'), web page, document or medium before the message (see help context).'
complete -c cometapi -n '__cometapi_shares context ' -l link -x -d 'Attach a document or medium as a link that the service fetches.'
complete -c cometapi -n '__cometapi_shares answer --reasoning' -l reasoning -x -a 'show\t hide\t only\t' -d 'Show the model\'s reasoning on stderr (the default on a terminal), hide it, or print only the reasoning.'
complete -c cometapi -n '__cometapi_shares answer --usage' -l usage -d 'Print token counts and an estimated cost to stderr.'
complete -c cometapi -n '__cometapi_shares answer --events --format -f --fields --query --raw --estimate' -l events -d 'Print one JSON object per line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
complete -c cometapi -n '__cometapi_shares answer --raw-text' -l raw-text -d 'Print the answer\'s Markdown unrendered, also on a terminal.'
complete -c cometapi -n '__cometapi_shares answer --strict' -l strict -d 'Treat notes about the request or the answer as errors.'
complete -c cometapi -n '__cometapi_shares answer-request --body' -l body -r -F -d 'Start from this JSON object; options override it.'
complete -c cometapi -n '__cometapi_shares answer-request ' -l set -x -d 'Set any other field of the request, such as metadata.user=1; the value is JSON or text.'
complete -c cometapi -n '__cometapi_shares made --wait' -l wait -d 'Wait until the task is done and save the result.'
complete -c cometapi -n '__cometapi_shares made --interval' -l interval -x -d 'Time between checks.'
complete -c cometapi -n '__cometapi_shares made --max-wait' -l max-wait -x -d 'Maximum time to wait in total.'
complete -c cometapi -n '__cometapi_shares made --save' -l save -x -a '(__fish_complete_directories)' -d 'Save the result to this folder.'
complete -c cometapi -n '__cometapi_shares more-request --body' -l body -r -F -d 'Start from this JSON object; options override it.'
complete -c cometapi -n '__cometapi_shares more-request ' -l set -x -d 'Set any other field of the request; the value is JSON or text.'
complete -c cometapi -n '__cometapi_shares structured --repairs' -l repairs -x -d 'How often a whole answer that does not match --schema is sent back with what is wrong, for another try.'
complete -c cometapi -n '__cometapi_shares own --template' -l template -x -a '(__cometapi_list templates)' -d 'Take model, options and prompt from this template; what is typed replaces them (see help templates).'
complete -c cometapi -n '__cometapi_shares own ' -l param -s p -x -d 'Value for {name} in the template, as text.'
complete -c cometapi -n '__cometapi_shares fallback ' -l fallback -x -a '(__cometapi_list models)' -d 'Model to ask when the one before is overloaded or cannot be reached, before any answer.'
complete -c cometapi -n '__cometapi_shares past --messages --continue -c' -l continue -s c -a '(__cometapi_list conversations)' -d 'Continue the last conversation, or the one with this ID.'
complete -c cometapi -n '__cometapi_shares history --no-history' -l no-history -d 'Do not keep this call in the history.'
complete -c cometapi -n '__cometapi_shares tools --run-tools --background' -l run-tools -x -a '(__fish_complete_directories)' -d 'Run the called functions: executables in this folder that read JSON from stdin and write to stdout (see help tools).'
complete -c cometapi -n '__cometapi_shares tools --max-rounds' -l max-rounds -x -d 'Maximum rounds of tool calls.'
complete -c cometapi -n '__cometapi_shares tools --tool-timeout' -l tool-timeout -x -d 'Timeout for one tool.'
complete -c cometapi -n '__cometapi_shares consent --yes' -l yes -d 'Skip confirmation prompts.'
complete -c cometapi -n '__cometapi_shares cache --refresh' -l refresh -d 'Ignore the cache and fetch again.'
complete -c cometapi -n '__cometapi_shares cache --no-cache' -l no-cache -d 'Neither read nor write the cache.'
complete -c cometapi -n '__cometapi_shares order --sort --raw --export --follow' -l sort -x -a '(__cometapi_columns | __cometapi_joined)' -d 'Sort by a column, ascending, or descending with :desc.'
complete -c cometapi -n '__cometapi_shares order --raw --export' -l where -x -d 'Only matching records, such as \'type=image\', \'name~claude\' or \'input_price<1\'; in quotes.'
complete -c cometapi -n '__cometapi_shares limit --limit -l --all' -l limit -s l -x -d 'Print at most N records.'
complete -c cometapi -n '__cometapi_shares detail --detail --export' -l detail -d 'Show more columns in table and markdown too, as far as the terminal has room.'
complete -c cometapi -n '__cometapi_shares waiting --interval' -l interval -x -d 'Time between checks; by default 5 s, and 10 s for videos.'
complete -c cometapi -n '__cometapi_shares waiting --max-wait' -l max-wait -x -d 'Maximum time to wait in total.'
complete -c cometapi -n '__cometapi_shares paging --request-id --export --limit -l --all' -l limit -s l -x -d 'Print at most N records, from as many pages as needed.'
complete -c cometapi -n '__cometapi_shares paging --request-id --export --follow --limit -l --all' -l all -d 'Print all records, from all pages.'
complete -c cometapi -n '__cometapi_shares paging --export --follow --page-size' -l page-size -x -d 'Records per request.'
complete -c cometapi -n '__cometapi_shares page --export --follow --page -p' -l page -s p -x -d 'Page to start with; 1 is the newest.'

# Whether the line begins with a command of the user's own; then the program itself says what may follow.
function __cometapi_own
    set -l word (string match -v -- '-*' (commandline -opc)[2..])[1]
    test -n "$word"; and __cometapi_list own-files | string match -qr -- '^'(string escape --style=regex -- $word)'[ \t]'
end
function __cometapi_ask
    set -l line (commandline -cp)
    env COMP_LINE="$line" COMP_POINT=(string length -- "$line") _ARGCOMPLETE=1 _ARGCOMPLETE_IFS=\n _ARGCOMPLETE_DFS=\t \
        _ARGCOMPLETE_SHELL=fish _ARGCOMPLETE_SUPPRESS_SPACE=1 _ARGCOMPLETE_STDOUT_FILENAME=/dev/stdout cometapi 2>/dev/null </dev/null
end
complete -c cometapi -n __cometapi_own -a '(__cometapi_ask)'

# Commands, and what leads to them; the user's own first.
complete -c cometapi -n '__cometapi_at ""' -a '(__cometapi_list own-commands)'
complete -c cometapi -n '__cometapi_at ""' -a alias -d 'Short names for models and command lines.'
complete -c cometapi -n '__cometapi_at ""' -a batch -d 'Run many requests from a file, each once.'
complete -c cometapi -n '__cometapi_at ""' -a bria -d 'Make and edit images with Bria.'
complete -c cometapi -n '__cometapi_at ""' -a command -d 'Commands of your own, from YAML files.'
complete -c cometapi -n '__cometapi_at ""' -a completion -d 'Set up tab completion for your shell.'
complete -c cometapi -n '__cometapi_at ""' -a config -d 'Read and change settings.'
complete -c cometapi -n '__cometapi_at "config"' -a profile -d 'Manage profiles, one for each account.'
complete -c cometapi -n '__cometapi_at ""' -a flux -d 'Make images with Flux.'
complete -c cometapi -n '__cometapi_at ""' -a grok -d 'Make and edit videos with Grok Imagine.'
complete -c cometapi -n '__cometapi_at ""' -a history -d 'List conversations and calls kept on this machine.'
complete -c cometapi -n '__cometapi_at ""' -a image -d 'Make images from a prompt.'
complete -c cometapi -n '__cometapi_at ""' -a kling -d 'Make videos with Kling.'
complete -c cometapi -n '__cometapi_at ""' -a mcp -d 'Let agents run commands as tools.'
complete -c cometapi -n '__cometapi_at ""' -a midjourney -d 'Make images with Midjourney.'
complete -c cometapi -n '__cometapi_at ""' -a model -d 'Show one model.'
complete -c cometapi -n '__cometapi_at ""' -a replicate -d 'Run models on Replicate.'
complete -c cometapi -n '__cometapi_at ""' -a response -d 'Read stored answers.'
complete -c cometapi -n '__cometapi_at ""' -a runway -d 'Make videos with Runway.'
complete -c cometapi -n '__cometapi_at ""' -a seedance -d 'Make videos with Seedance.'
complete -c cometapi -n '__cometapi_at ""' -a skill -d 'Teach coding agents to use this program.'
complete -c cometapi -n '__cometapi_at ""' -a suno -d 'Make songs with Suno (older endpoint).'
complete -c cometapi -n '__cometapi_at ""' -a tasks -d 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
complete -c cometapi -n '__cometapi_at ""' -a template -d 'Prompts with a name and parameters.'
complete -c cometapi -n '__cometapi_at ""' -a tokens -d 'List and search your API keys.'
complete -c cometapi -n '__cometapi_at ""' -a video -d 'Make videos and save them.'
complete -c cometapi -n '__cometapi_at ""' -a account -d 'Show your account.'
complete -c cometapi -n '__cometapi_at "alias"' -a list -d 'List your aliases.'
complete -c cometapi -n '__cometapi_at "alias"' -a remove -d 'Remove an alias.'
complete -c cometapi -n '__cometapi_at "alias"' -a set -d 'Store a short name for a model or a command line.'
complete -c cometapi -n '__cometapi_at ""' -a api -d 'Send a request to any endpoint with the right credential.'
complete -c cometapi -n '__cometapi_at ""' -a balance -d 'Show the balance of the account or of the API key.'
complete -c cometapi -n '__cometapi_at "batch"' -a cancel -d 'Stop a running batch.'
complete -c cometapi -n '__cometapi_at "batch"' -a join -d 'Join the rows of a batch with their results.'
complete -c cometapi -n '__cometapi_at "batch"' -a limits -d 'Change the limits of a running batch.'
complete -c cometapi -n '__cometapi_at "batch"' -a list -d 'List the batches that were run on this machine.'
complete -c cometapi -n '__cometapi_at "batch"' -a run -d 'Run a paid command for every row of a file, each row once.'
complete -c cometapi -n '__cometapi_at "batch"' -a status -d 'Show how a batch gets on.'
complete -c cometapi -n '__cometapi_at "bria"' -a create -d 'Make an image with Bria and save it.'
complete -c cometapi -n '__cometapi_at "bria"' -a edit -d 'Edit an image with Bria.'
complete -c cometapi -n '__cometapi_at "bria"' -a get -d 'Show a Bria task.'
complete -c cometapi -n '__cometapi_at "bria"' -a wait -d 'Wait for a Bria task and save the result.'
complete -c cometapi -n '__cometapi_at ""' -a chat -d 'Send a message, or have a conversation.'
complete -c cometapi -n '__cometapi_at "command"' -a add -d 'Add a command of your own from a YAML file.'
complete -c cometapi -n '__cometapi_at "command"' -a check -d 'Check the file of a command, or all of yours.'
complete -c cometapi -n '__cometapi_at "command"' -a import -d 'Make a command for an endpoint of an OpenAPI document.'
complete -c cometapi -n '__cometapi_at "command"' -a list -d 'List your own commands.'
complete -c cometapi -n '__cometapi_at "command"' -a remove -d 'Remove a command of your own.'
complete -c cometapi -n '__cometapi_at ""' -a compare -d 'Ask several models the same, and see their answers side by side.'
complete -c cometapi -n '__cometapi_at "completion"' -a bash -d 'Print the completion script for bash.'
complete -c cometapi -n '__cometapi_at "completion"' -a fish -d 'Print the completion script for fish.'
complete -c cometapi -n '__cometapi_at "completion"' -a install -d 'Install the completion script for your shell.'
complete -c cometapi -n '__cometapi_at "completion"' -a powershell -d 'Print the completion script for PowerShell.'
complete -c cometapi -n '__cometapi_at "completion"' -a zsh -d 'Print the completion script for zsh.'
complete -c cometapi -n '__cometapi_at "config"' -a edit -d 'Edit the config file in your editor, and check it.'
complete -c cometapi -n '__cometapi_at "config"' -a get -d 'Print the value of one setting.'
complete -c cometapi -n '__cometapi_at "config"' -a path -d 'Print the path of the config file.'
complete -c cometapi -n '__cometapi_at "config profile"' -a list -d 'List the profiles and their settings.'
complete -c cometapi -n '__cometapi_at "config profile"' -a remove -d 'Remove a profile and its keys.'
complete -c cometapi -n '__cometapi_at "config profile"' -a show -d 'Show the settings of a profile, and where each comes from.'
complete -c cometapi -n '__cometapi_at "config profile"' -a use -d 'Make a profile the default.'
complete -c cometapi -n '__cometapi_at "config"' -a set -d 'Store one setting in the config file.'
complete -c cometapi -n '__cometapi_at "config"' -a show -d 'Show every setting, where its value comes from and what it overrides.'
complete -c cometapi -n '__cometapi_at "config"' -a unset -d 'Remove one setting from the config file.'
complete -c cometapi -n '__cometapi_at ""' -a doctor -d 'Check settings, network and keys, and suggest fixes.'
complete -c cometapi -n '__cometapi_at ""' -a embed -d 'Create embedding vectors for texts.'
complete -c cometapi -n '__cometapi_at ""' -a exec -d 'Run a coding agent, or any program, through a local gateway.'
complete -c cometapi -n '__cometapi_at "flux"' -a create -d 'Make an image with Flux.'
complete -c cometapi -n '__cometapi_at "flux"' -a get -d 'Show a Flux task.'
complete -c cometapi -n '__cometapi_at "flux"' -a wait -d 'Wait for a Flux task and save the result.'
complete -c cometapi -n '__cometapi_at ""' -a gemini -d 'Ask a Gemini model through its native API.'
complete -c cometapi -n '__cometapi_at "grok"' -a edit -d 'Edit a video with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "grok"' -a get -d 'Show a Grok task.'
complete -c cometapi -n '__cometapi_at "grok"' -a video -d 'Make a video with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "grok"' -a wait -d 'Wait for a Grok task and save the result.'
complete -c cometapi -n '__cometapi_at ""' -a help -d 'Show the help of a command or a topic.'
complete -c cometapi -n '__cometapi_at "help"' -a alias -d 'Short names for models and command lines.'
complete -c cometapi -n '__cometapi_at "help"' -a batch -d 'Running many requests from a file, each once.'
complete -c cometapi -n '__cometapi_at "help"' -a bria -d 'Make and edit images with Bria.'
complete -c cometapi -n '__cometapi_at "help"' -a command -d 'Commands of your own, from YAML files.'
complete -c cometapi -n '__cometapi_at "help"' -a completion -d 'Set up tab completion for your shell.'
complete -c cometapi -n '__cometapi_at "help"' -a config -d 'The config file, its settings, and which value wins.'
complete -c cometapi -n '__cometapi_at "help config"' -a profile -d 'Manage profiles, one for each account.'
complete -c cometapi -n '__cometapi_at "help"' -a flux -d 'Make images with Flux.'
complete -c cometapi -n '__cometapi_at "help"' -a grok -d 'Make and edit videos with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "help"' -a history -d 'List conversations and calls kept on this machine.'
complete -c cometapi -n '__cometapi_at "help"' -a image -d 'Make images from a prompt.'
complete -c cometapi -n '__cometapi_at "help"' -a kling -d 'Make videos with Kling.'
complete -c cometapi -n '__cometapi_at "help"' -a mcp -d 'Let agents run commands as tools.'
complete -c cometapi -n '__cometapi_at "help"' -a midjourney -d 'Make images with Midjourney.'
complete -c cometapi -n '__cometapi_at "help"' -a model -d 'Show one model.'
complete -c cometapi -n '__cometapi_at "help"' -a replicate -d 'Run models on Replicate.'
complete -c cometapi -n '__cometapi_at "help"' -a response -d 'Read stored answers.'
complete -c cometapi -n '__cometapi_at "help"' -a runway -d 'Make videos with Runway.'
complete -c cometapi -n '__cometapi_at "help"' -a seedance -d 'Make videos with Seedance.'
complete -c cometapi -n '__cometapi_at "help"' -a skill -d 'Teach coding agents to use this program.'
complete -c cometapi -n '__cometapi_at "help"' -a suno -d 'Make songs with Suno (older endpoint).'
complete -c cometapi -n '__cometapi_at "help"' -a tasks -d 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
complete -c cometapi -n '__cometapi_at "help"' -a template -d 'Prompts with a name and parameters.'
complete -c cometapi -n '__cometapi_at "help"' -a tokens -d 'List and search your API keys.'
complete -c cometapi -n '__cometapi_at "help"' -a video -d 'Starting videos and other tasks, and waiting for the results.'
complete -c cometapi -n '__cometapi_at "help"' -a account -d 'Show your account.'
complete -c cometapi -n '__cometapi_at "help"' -a agents -d 'Run coding agents with a cap, and let agents use this program.'
complete -c cometapi -n '__cometapi_at "help alias"' -a list -d 'List your aliases.'
complete -c cometapi -n '__cometapi_at "help alias"' -a remove -d 'Remove an alias.'
complete -c cometapi -n '__cometapi_at "help alias"' -a set -d 'Store a short name for a model or a command line.'
complete -c cometapi -n '__cometapi_at "help"' -a api -d 'Send a request to any endpoint with the right credential.'
complete -c cometapi -n '__cometapi_at "help"' -a audio -d 'Text to speech, and speech to text or subtitles.'
complete -c cometapi -n '__cometapi_at "help"' -a authentication -d 'The two credentials and what each is for.'
complete -c cometapi -n '__cometapi_at "help"' -a balance -d 'Show the balance of the account or of the API key.'
complete -c cometapi -n '__cometapi_at "help batch"' -a cancel -d 'Stop a running batch.'
complete -c cometapi -n '__cometapi_at "help batch"' -a join -d 'Join the rows of a batch with their results.'
complete -c cometapi -n '__cometapi_at "help batch"' -a limits -d 'Change the limits of a running batch.'
complete -c cometapi -n '__cometapi_at "help batch"' -a list -d 'List the batches that were run on this machine.'
complete -c cometapi -n '__cometapi_at "help batch"' -a run -d 'Run a paid command for every row of a file, each row once.'
complete -c cometapi -n '__cometapi_at "help batch"' -a status -d 'Show how a batch gets on.'
complete -c cometapi -n '__cometapi_at "help"' -a batch-clusters -d 'Batches on several machines: Slurm, Kubernetes, Dask and others.'
complete -c cometapi -n '__cometapi_at "help bria"' -a create -d 'Make an image with Bria and save it.'
complete -c cometapi -n '__cometapi_at "help bria"' -a edit -d 'Edit an image with Bria.'
complete -c cometapi -n '__cometapi_at "help bria"' -a get -d 'Show a Bria task.'
complete -c cometapi -n '__cometapi_at "help bria"' -a wait -d 'Wait for a Bria task and save the result.'
complete -c cometapi -n '__cometapi_at "help"' -a budgets -d 'Caps on what calls may cost.'
complete -c cometapi -n '__cometapi_at "help"' -a chat -d 'Send a message, or have a conversation.'
complete -c cometapi -n '__cometapi_at "help command"' -a add -d 'Add a command of your own from a YAML file.'
complete -c cometapi -n '__cometapi_at "help command"' -a check -d 'Check the file of a command, or all of yours.'
complete -c cometapi -n '__cometapi_at "help command"' -a import -d 'Make a command for an endpoint of an OpenAPI document.'
complete -c cometapi -n '__cometapi_at "help command"' -a list -d 'List your own commands.'
complete -c cometapi -n '__cometapi_at "help command"' -a remove -d 'Remove a command of your own.'
complete -c cometapi -n '__cometapi_at "help"' -a compare -d 'Ask several models the same, and see their answers side by side.'
complete -c cometapi -n '__cometapi_at "help"' -a comparing -d 'Several models side by side, tested and judged.'
complete -c cometapi -n '__cometapi_at "help completion"' -a bash -d 'Print the completion script for bash.'
complete -c cometapi -n '__cometapi_at "help completion"' -a fish -d 'Print the completion script for fish.'
complete -c cometapi -n '__cometapi_at "help completion"' -a install -d 'Install the completion script for your shell.'
complete -c cometapi -n '__cometapi_at "help completion"' -a powershell -d 'Print the completion script for PowerShell.'
complete -c cometapi -n '__cometapi_at "help completion"' -a zsh -d 'Print the completion script for zsh.'
complete -c cometapi -n '__cometapi_at "help config"' -a edit -d 'Edit the config file in your editor, and check it.'
complete -c cometapi -n '__cometapi_at "help config"' -a get -d 'Print the value of one setting.'
complete -c cometapi -n '__cometapi_at "help config"' -a path -d 'Print the path of the config file.'
complete -c cometapi -n '__cometapi_at "help config profile"' -a list -d 'List the profiles and their settings.'
complete -c cometapi -n '__cometapi_at "help config profile"' -a remove -d 'Remove a profile and its keys.'
complete -c cometapi -n '__cometapi_at "help config profile"' -a show -d 'Show the settings of a profile, and where each comes from.'
complete -c cometapi -n '__cometapi_at "help config profile"' -a use -d 'Make a profile the default.'
complete -c cometapi -n '__cometapi_at "help config"' -a set -d 'Store one setting in the config file.'
complete -c cometapi -n '__cometapi_at "help config"' -a show -d 'Show every setting, where its value comes from and what it overrides.'
complete -c cometapi -n '__cometapi_at "help config"' -a unset -d 'Remove one setting from the config file.'
complete -c cometapi -n '__cometapi_at "help"' -a context -d 'Files, folders and web pages as context for a model.'
complete -c cometapi -n '__cometapi_at "help"' -a conversation -d 'Commands and keys inside a conversation.'
complete -c cometapi -n '__cometapi_at "help"' -a doctor -d 'Check settings, network and keys, and suggest fixes.'
complete -c cometapi -n '__cometapi_at "help"' -a embed -d 'Create embedding vectors for texts.'
complete -c cometapi -n '__cometapi_at "help"' -a embeddings -d 'Embedding vectors of texts, and similarity search.'
complete -c cometapi -n '__cometapi_at "help"' -a environment -d 'Environment variables that the program reads.'
complete -c cometapi -n '__cometapi_at "help"' -a estimates -d 'What calls will probably cost, and did cost.'
complete -c cometapi -n '__cometapi_at "help"' -a exec -d 'Run a coding agent, or any program, through a local gateway.'
complete -c cometapi -n '__cometapi_at "help"' -a exit-codes -d 'What each exit code means.'
complete -c cometapi -n '__cometapi_at "help"' -a families -d 'Images, videos and music with the providers\' own endpoints.'
complete -c cometapi -n '__cometapi_at "help flux"' -a create -d 'Make an image with Flux.'
complete -c cometapi -n '__cometapi_at "help flux"' -a get -d 'Show a Flux task.'
complete -c cometapi -n '__cometapi_at "help flux"' -a wait -d 'Wait for a Flux task and save the result.'
complete -c cometapi -n '__cometapi_at "help"' -a formats -d 'The output formats.'
complete -c cometapi -n '__cometapi_at "help"' -a gemini -d 'Ask a Gemini model through its native API.'
complete -c cometapi -n '__cometapi_at "help grok"' -a edit -d 'Edit a video with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "help grok"' -a get -d 'Show a Grok task.'
complete -c cometapi -n '__cometapi_at "help grok"' -a video -d 'Make a video with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "help grok"' -a wait -d 'Wait for a Grok task and save the result.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-agents -d 'Use the program from a coding agent, or any other program.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-batch -d 'Run a prompt for every row of a file, each row once.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-budgets -d 'Know what calls cost, and set a limit.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-first-call -d 'From nothing to a first answer: the sandbox, then your key.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-history -d 'Find, continue, export and delete conversations.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-media -d 'Make an image, a video and speech, and save them.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-scripting -d 'Use answers in a shell script, and handle failures.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-structured -d 'Get answers as JSON that matches a schema.'
complete -c cometapi -n '__cometapi_at "help"' -a guide-tools -d 'Let a model call a program of yours.'
complete -c cometapi -n '__cometapi_at "help"' -a guides -d 'Walks from a task to its result, step by step.'
complete -c cometapi -n '__cometapi_at "help"' -a help -d 'Show the help of a command or a topic.'
complete -c cometapi -n '__cometapi_at "help history"' -a cost -d 'Sum up the cost of the calls in the history.'
complete -c cometapi -n '__cometapi_at "help history"' -a delete -d 'Delete conversations.'
complete -c cometapi -n '__cometapi_at "help history"' -a export -d 'Print all conversations as JSON, one on each line.'
complete -c cometapi -n '__cometapi_at "help history"' -a prune -d 'Delete old conversations.'
complete -c cometapi -n '__cometapi_at "help history"' -a reconcile -d 'Compare estimated costs with what was charged.'
complete -c cometapi -n '__cometapi_at "help history"' -a search -d 'Search messages and answers.'
complete -c cometapi -n '__cometapi_at "help history"' -a show -d 'Show a conversation.'
complete -c cometapi -n '__cometapi_at "help history"' -a unfinished -d 'List calls that got no answer.'
complete -c cometapi -n '__cometapi_at "help image"' -a edit -d 'Edit images with a prompt.'
complete -c cometapi -n '__cometapi_at "help"' -a images -d 'Making and editing images, and what each model supports.'
complete -c cometapi -n '__cometapi_at "help"' -a init -d 'Set up your keys, default model and output format.'
complete -c cometapi -n '__cometapi_at "help kling"' -a get -d 'Show a Kling task.'
complete -c cometapi -n '__cometapi_at "help kling"' -a image2video -d 'Make a video from an image with Kling.'
complete -c cometapi -n '__cometapi_at "help kling"' -a text2video -d 'Make a video from a prompt with Kling.'
complete -c cometapi -n '__cometapi_at "help kling"' -a wait -d 'Wait for a Kling task and save the result.'
complete -c cometapi -n '__cometapi_at "help"' -a logs -d 'Browse usage logs.'
complete -c cometapi -n '__cometapi_at "help mcp"' -a serve -d 'Let an agent run commands as tools, over the Model Context Protocol.'
complete -c cometapi -n '__cometapi_at "help"' -a messages -d 'Ask a Claude model through Anthropic\'s Messages API.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a action -d 'Upscale, vary or redo images of a Midjourney task.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a blend -d 'Blend two to five images into one with Midjourney.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a describe -d 'Describe an image as prompts with Midjourney.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a edit -d 'Edit an image with Midjourney.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a get -d 'Show a Midjourney task.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a imagine -d 'Make images from a prompt with Midjourney.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a modal -d 'Give a Midjourney task the input it is waiting for.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a video -d 'Make a video from an image with Midjourney.'
complete -c cometapi -n '__cometapi_at "help midjourney"' -a wait -d 'Wait for a Midjourney task and save the result.'
complete -c cometapi -n '__cometapi_at "help model"' -a info -d 'Show a model\'s details from the catalog.'
complete -c cometapi -n '__cometapi_at "help"' -a models -d 'List and search the models of the catalog.'
complete -c cometapi -n '__cometapi_at "help"' -a network -d 'Timeouts, retries, proxies and certificates.'
complete -c cometapi -n '__cometapi_at "help"' -a options -d 'Options that most commands share.'
complete -c cometapi -n '__cometapi_at "help"' -a own-commands -d 'Commands of your own, from YAML files.'
complete -c cometapi -n '__cometapi_at "help"' -a past -d 'Conversations with models that are kept on this machine.'
complete -c cometapi -n '__cometapi_at "help"' -a privacy -d 'What is kept on this machine, where, how long, and how to remove it.'
complete -c cometapi -n '__cometapi_at "help"' -a repl -d 'Run commands interactively, without the program\'s name.'
complete -c cometapi -n '__cometapi_at "help replicate"' -a create -d 'Run a model on Replicate.'
complete -c cometapi -n '__cometapi_at "help replicate"' -a get -d 'Show a Replicate task.'
complete -c cometapi -n '__cometapi_at "help replicate"' -a wait -d 'Wait for a Replicate task and save the result.'
complete -c cometapi -n '__cometapi_at "help response"' -a get -d 'Fetch a stored answer from the Responses API.'
complete -c cometapi -n '__cometapi_at "help"' -a responses -d 'Ask a model through the Responses API.'
complete -c cometapi -n '__cometapi_at "help"' -a run -d 'Send one request to a model in any of the four protocols.'
complete -c cometapi -n '__cometapi_at "help runway"' -a get -d 'Show a Runway task.'
complete -c cometapi -n '__cometapi_at "help runway"' -a image2video -d 'Make a video from an image with Runway.'
complete -c cometapi -n '__cometapi_at "help runway"' -a wait -d 'Wait for a Runway task and save the result.'
complete -c cometapi -n '__cometapi_at "help"' -a sandbox -d 'Run a local server that answers from sample data.'
complete -c cometapi -n '__cometapi_at "help"' -a schema -d 'What programs and agents can read about every command.'
complete -c cometapi -n '__cometapi_at "help"' -a scripting -d 'What scripts and CI can rely on.'
complete -c cometapi -n '__cometapi_at "help seedance"' -a create -d 'Make a video with Seedance.'
complete -c cometapi -n '__cometapi_at "help seedance"' -a get -d 'Show a Seedance task.'
complete -c cometapi -n '__cometapi_at "help seedance"' -a wait -d 'Wait for a Seedance task and save the result.'
complete -c cometapi -n '__cometapi_at "help"' -a serve -d 'A local gateway for other programs, with a budget.'
complete -c cometapi -n '__cometapi_at "help"' -a similar -d 'Find the texts most similar to a text, by their vectors.'
complete -c cometapi -n '__cometapi_at "help skill"' -a install -d 'Install a skill, so that a coding agent knows this program.'
complete -c cometapi -n '__cometapi_at "help skill"' -a remove -d 'Remove the skill that was installed for a coding agent.'
complete -c cometapi -n '__cometapi_at "help skill"' -a show -d 'Print the index of the skill for coding agents.'
complete -c cometapi -n '__cometapi_at "help"' -a speech -d 'Turn text into speech.'
complete -c cometapi -n '__cometapi_at "help"' -a stats -d 'Show the usage of the current month.'
complete -c cometapi -n '__cometapi_at "help"' -a streaming -d 'How answers arrive, and when an answer is complete.'
complete -c cometapi -n '__cometapi_at "help"' -a structured -d 'Answers in JSON that follow a schema.'
complete -c cometapi -n '__cometapi_at "help suno"' -a create -d 'Make a song with Suno (older endpoint).'
complete -c cometapi -n '__cometapi_at "help suno"' -a get -d 'Show a Suno task.'
complete -c cometapi -n '__cometapi_at "help suno"' -a wait -d 'Wait for a Suno task and save the result.'
complete -c cometapi -n '__cometapi_at "help tasks"' -a adopt -d 'Find the task of a request whose reply was lost.'
complete -c cometapi -n '__cometapi_at "help tasks"' -a get -d 'Show one task.'
complete -c cometapi -n '__cometapi_at "help tasks"' -a unfinished -d 'List unfinished tasks started on this machine.'
complete -c cometapi -n '__cometapi_at "help tasks"' -a wait -d 'Wait until one task is done, and print its result.'
complete -c cometapi -n '__cometapi_at "help template"' -a edit -d 'Edit a template in your editor, and check it.'
complete -c cometapi -n '__cometapi_at "help template"' -a list -d 'List your templates.'
complete -c cometapi -n '__cometapi_at "help template"' -a save -d 'Save the options and the message of a call as a template.'
complete -c cometapi -n '__cometapi_at "help template"' -a show -d 'Show a template.'
complete -c cometapi -n '__cometapi_at "help"' -a templates -d 'Prompts with a name, and short names for models and commands.'
complete -c cometapi -n '__cometapi_at "help tokens"' -a create -d 'Create an API key.'
complete -c cometapi -n '__cometapi_at "help tokens"' -a delete -d 'Delete an API key.'
complete -c cometapi -n '__cometapi_at "help tokens"' -a get -d 'Show one API key.'
complete -c cometapi -n '__cometapi_at "help tokens"' -a update -d 'Change an API key.'
complete -c cometapi -n '__cometapi_at "help"' -a tools -d 'Let a model call programs on this machine.'
complete -c cometapi -n '__cometapi_at "help"' -a transcribe -d 'Turn speech into text or subtitles.'
complete -c cometapi -n '__cometapi_at "help video"' -a content -d 'Fetch a video or its thumbnail from the service.'
complete -c cometapi -n '__cometapi_at "help video"' -a create -d 'Make a video from a prompt and optional images.'
complete -c cometapi -n '__cometapi_at "help video"' -a download -d 'Download a finished video.'
complete -c cometapi -n '__cometapi_at "help video"' -a get -d 'Show the status of a video.'
complete -c cometapi -n '__cometapi_at "help video"' -a list -d 'List videos started on this machine.'
complete -c cometapi -n '__cometapi_at "help video"' -a remix -d 'Remix a Sora video with a new prompt.'
complete -c cometapi -n '__cometapi_at "help video"' -a wait -d 'Wait for a video and save it.'
complete -c cometapi -n '__cometapi_at "history"' -a cost -d 'Sum up the cost of the calls in the history.'
complete -c cometapi -n '__cometapi_at "history"' -a delete -d 'Delete conversations.'
complete -c cometapi -n '__cometapi_at "history"' -a export -d 'Print all conversations as JSON, one on each line.'
complete -c cometapi -n '__cometapi_at "history"' -a prune -d 'Delete old conversations.'
complete -c cometapi -n '__cometapi_at "history"' -a reconcile -d 'Compare estimated costs with what was charged.'
complete -c cometapi -n '__cometapi_at "history"' -a search -d 'Search messages and answers.'
complete -c cometapi -n '__cometapi_at "history"' -a show -d 'Show a conversation.'
complete -c cometapi -n '__cometapi_at "history"' -a unfinished -d 'List calls that got no answer.'
complete -c cometapi -n '__cometapi_at "image"' -a edit -d 'Edit images with a prompt.'
complete -c cometapi -n '__cometapi_at ""' -a init -d 'Set up your keys, default model and output format.'
complete -c cometapi -n '__cometapi_at "kling"' -a get -d 'Show a Kling task.'
complete -c cometapi -n '__cometapi_at "kling"' -a image2video -d 'Make a video from an image with Kling.'
complete -c cometapi -n '__cometapi_at "kling"' -a text2video -d 'Make a video from a prompt with Kling.'
complete -c cometapi -n '__cometapi_at "kling"' -a wait -d 'Wait for a Kling task and save the result.'
complete -c cometapi -n '__cometapi_at ""' -a logs -d 'Browse usage logs.'
complete -c cometapi -n '__cometapi_at "mcp"' -a serve -d 'Let an agent run commands as tools, over the Model Context Protocol.'
complete -c cometapi -n '__cometapi_at ""' -a messages -d 'Ask a Claude model through Anthropic\'s Messages API.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a action -d 'Upscale, vary or redo images of a Midjourney task.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a blend -d 'Blend two to five images into one with Midjourney.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a describe -d 'Describe an image as prompts with Midjourney.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a edit -d 'Edit an image with Midjourney.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a get -d 'Show a Midjourney task.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a imagine -d 'Make images from a prompt with Midjourney.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a modal -d 'Give a Midjourney task the input it is waiting for.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a video -d 'Make a video from an image with Midjourney.'
complete -c cometapi -n '__cometapi_at "midjourney"' -a wait -d 'Wait for a Midjourney task and save the result.'
complete -c cometapi -n '__cometapi_at "model"' -a info -d 'Show a model\'s details from the catalog.'
complete -c cometapi -n '__cometapi_at ""' -a models -d 'List and search the models of the catalog.'
complete -c cometapi -n '__cometapi_at ""' -a repl -d 'Run commands interactively, without the program\'s name.'
complete -c cometapi -n '__cometapi_at "replicate"' -a create -d 'Run a model on Replicate.'
complete -c cometapi -n '__cometapi_at "replicate"' -a get -d 'Show a Replicate task.'
complete -c cometapi -n '__cometapi_at "replicate"' -a wait -d 'Wait for a Replicate task and save the result.'
complete -c cometapi -n '__cometapi_at "response"' -a get -d 'Fetch a stored answer from the Responses API.'
complete -c cometapi -n '__cometapi_at ""' -a responses -d 'Ask a model through the Responses API.'
complete -c cometapi -n '__cometapi_at ""' -a run -d 'Send one request to a model in any of the four protocols.'
complete -c cometapi -n '__cometapi_at "runway"' -a get -d 'Show a Runway task.'
complete -c cometapi -n '__cometapi_at "runway"' -a image2video -d 'Make a video from an image with Runway.'
complete -c cometapi -n '__cometapi_at "runway"' -a wait -d 'Wait for a Runway task and save the result.'
complete -c cometapi -n '__cometapi_at ""' -a sandbox -d 'Run a local server that answers from sample data.'
complete -c cometapi -n '__cometapi_at ""' -a schema -d 'Print the commands and their options as JSON, for programs and agents.'
complete -c cometapi -n '__cometapi_at "schema"' -a alias -d 'Short names for models and command lines.'
complete -c cometapi -n '__cometapi_at "schema"' -a batch -d 'Run many requests from a file, each once.'
complete -c cometapi -n '__cometapi_at "schema"' -a bria -d 'Make and edit images with Bria.'
complete -c cometapi -n '__cometapi_at "schema"' -a command -d 'Commands of your own, from YAML files.'
complete -c cometapi -n '__cometapi_at "schema"' -a completion -d 'Set up tab completion for your shell.'
complete -c cometapi -n '__cometapi_at "schema"' -a config -d 'Read and change settings.'
complete -c cometapi -n '__cometapi_at "schema config"' -a profile -d 'Manage profiles, one for each account.'
complete -c cometapi -n '__cometapi_at "schema"' -a flux -d 'Make images with Flux.'
complete -c cometapi -n '__cometapi_at "schema"' -a grok -d 'Make and edit videos with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "schema"' -a history -d 'List conversations and calls kept on this machine.'
complete -c cometapi -n '__cometapi_at "schema"' -a image -d 'Make images from a prompt.'
complete -c cometapi -n '__cometapi_at "schema"' -a kling -d 'Make videos with Kling.'
complete -c cometapi -n '__cometapi_at "schema"' -a mcp -d 'Let agents run commands as tools.'
complete -c cometapi -n '__cometapi_at "schema"' -a midjourney -d 'Make images with Midjourney.'
complete -c cometapi -n '__cometapi_at "schema"' -a model -d 'Show one model.'
complete -c cometapi -n '__cometapi_at "schema"' -a replicate -d 'Run models on Replicate.'
complete -c cometapi -n '__cometapi_at "schema"' -a response -d 'Read stored answers.'
complete -c cometapi -n '__cometapi_at "schema"' -a runway -d 'Make videos with Runway.'
complete -c cometapi -n '__cometapi_at "schema"' -a seedance -d 'Make videos with Seedance.'
complete -c cometapi -n '__cometapi_at "schema"' -a skill -d 'Teach coding agents to use this program.'
complete -c cometapi -n '__cometapi_at "schema"' -a suno -d 'Make songs with Suno (older endpoint).'
complete -c cometapi -n '__cometapi_at "schema"' -a tasks -d 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
complete -c cometapi -n '__cometapi_at "schema"' -a template -d 'Prompts with a name and parameters.'
complete -c cometapi -n '__cometapi_at "schema"' -a tokens -d 'List and search your API keys.'
complete -c cometapi -n '__cometapi_at "schema"' -a video -d 'Make videos and save them.'
complete -c cometapi -n '__cometapi_at "schema"' -a account -d 'Show your account.'
complete -c cometapi -n '__cometapi_at "schema alias"' -a list -d 'List your aliases.'
complete -c cometapi -n '__cometapi_at "schema alias"' -a remove -d 'Remove an alias.'
complete -c cometapi -n '__cometapi_at "schema alias"' -a set -d 'Store a short name for a model or a command line.'
complete -c cometapi -n '__cometapi_at "schema"' -a api -d 'Send a request to any endpoint with the right credential.'
complete -c cometapi -n '__cometapi_at "schema"' -a balance -d 'Show the balance of the account or of the API key.'
complete -c cometapi -n '__cometapi_at "schema batch"' -a cancel -d 'Stop a running batch.'
complete -c cometapi -n '__cometapi_at "schema batch"' -a join -d 'Join the rows of a batch with their results.'
complete -c cometapi -n '__cometapi_at "schema batch"' -a limits -d 'Change the limits of a running batch.'
complete -c cometapi -n '__cometapi_at "schema batch"' -a list -d 'List the batches that were run on this machine.'
complete -c cometapi -n '__cometapi_at "schema batch"' -a run -d 'Run a paid command for every row of a file, each row once.'
complete -c cometapi -n '__cometapi_at "schema batch"' -a status -d 'Show how a batch gets on.'
complete -c cometapi -n '__cometapi_at "schema bria"' -a create -d 'Make an image with Bria and save it.'
complete -c cometapi -n '__cometapi_at "schema bria"' -a edit -d 'Edit an image with Bria.'
complete -c cometapi -n '__cometapi_at "schema bria"' -a get -d 'Show a Bria task.'
complete -c cometapi -n '__cometapi_at "schema bria"' -a wait -d 'Wait for a Bria task and save the result.'
complete -c cometapi -n '__cometapi_at "schema"' -a chat -d 'Send a message, or have a conversation.'
complete -c cometapi -n '__cometapi_at "schema command"' -a add -d 'Add a command of your own from a YAML file.'
complete -c cometapi -n '__cometapi_at "schema command"' -a check -d 'Check the file of a command, or all of yours.'
complete -c cometapi -n '__cometapi_at "schema command"' -a import -d 'Make a command for an endpoint of an OpenAPI document.'
complete -c cometapi -n '__cometapi_at "schema command"' -a list -d 'List your own commands.'
complete -c cometapi -n '__cometapi_at "schema command"' -a remove -d 'Remove a command of your own.'
complete -c cometapi -n '__cometapi_at "schema"' -a compare -d 'Ask several models the same, and see their answers side by side.'
complete -c cometapi -n '__cometapi_at "schema completion"' -a bash -d 'Print the completion script for bash.'
complete -c cometapi -n '__cometapi_at "schema completion"' -a fish -d 'Print the completion script for fish.'
complete -c cometapi -n '__cometapi_at "schema completion"' -a install -d 'Install the completion script for your shell.'
complete -c cometapi -n '__cometapi_at "schema completion"' -a powershell -d 'Print the completion script for PowerShell.'
complete -c cometapi -n '__cometapi_at "schema completion"' -a zsh -d 'Print the completion script for zsh.'
complete -c cometapi -n '__cometapi_at "schema config"' -a edit -d 'Edit the config file in your editor, and check it.'
complete -c cometapi -n '__cometapi_at "schema config"' -a get -d 'Print the value of one setting.'
complete -c cometapi -n '__cometapi_at "schema config"' -a path -d 'Print the path of the config file.'
complete -c cometapi -n '__cometapi_at "schema config profile"' -a list -d 'List the profiles and their settings.'
complete -c cometapi -n '__cometapi_at "schema config profile"' -a remove -d 'Remove a profile and its keys.'
complete -c cometapi -n '__cometapi_at "schema config profile"' -a show -d 'Show the settings of a profile, and where each comes from.'
complete -c cometapi -n '__cometapi_at "schema config profile"' -a use -d 'Make a profile the default.'
complete -c cometapi -n '__cometapi_at "schema config"' -a set -d 'Store one setting in the config file.'
complete -c cometapi -n '__cometapi_at "schema config"' -a show -d 'Show every setting, where its value comes from and what it overrides.'
complete -c cometapi -n '__cometapi_at "schema config"' -a unset -d 'Remove one setting from the config file.'
complete -c cometapi -n '__cometapi_at "schema"' -a doctor -d 'Check settings, network and keys, and suggest fixes.'
complete -c cometapi -n '__cometapi_at "schema"' -a embed -d 'Create embedding vectors for texts.'
complete -c cometapi -n '__cometapi_at "schema"' -a exec -d 'Run a coding agent, or any program, through a local gateway.'
complete -c cometapi -n '__cometapi_at "schema flux"' -a create -d 'Make an image with Flux.'
complete -c cometapi -n '__cometapi_at "schema flux"' -a get -d 'Show a Flux task.'
complete -c cometapi -n '__cometapi_at "schema flux"' -a wait -d 'Wait for a Flux task and save the result.'
complete -c cometapi -n '__cometapi_at "schema"' -a gemini -d 'Ask a Gemini model through its native API.'
complete -c cometapi -n '__cometapi_at "schema grok"' -a edit -d 'Edit a video with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "schema grok"' -a get -d 'Show a Grok task.'
complete -c cometapi -n '__cometapi_at "schema grok"' -a video -d 'Make a video with Grok Imagine.'
complete -c cometapi -n '__cometapi_at "schema grok"' -a wait -d 'Wait for a Grok task and save the result.'
complete -c cometapi -n '__cometapi_at "schema"' -a help -d 'Show the help of a command or a topic.'
complete -c cometapi -n '__cometapi_at "schema history"' -a cost -d 'Sum up the cost of the calls in the history.'
complete -c cometapi -n '__cometapi_at "schema history"' -a delete -d 'Delete conversations.'
complete -c cometapi -n '__cometapi_at "schema history"' -a export -d 'Print all conversations as JSON, one on each line.'
complete -c cometapi -n '__cometapi_at "schema history"' -a prune -d 'Delete old conversations.'
complete -c cometapi -n '__cometapi_at "schema history"' -a reconcile -d 'Compare estimated costs with what was charged.'
complete -c cometapi -n '__cometapi_at "schema history"' -a search -d 'Search messages and answers.'
complete -c cometapi -n '__cometapi_at "schema history"' -a show -d 'Show a conversation.'
complete -c cometapi -n '__cometapi_at "schema history"' -a unfinished -d 'List calls that got no answer.'
complete -c cometapi -n '__cometapi_at "schema image"' -a edit -d 'Edit images with a prompt.'
complete -c cometapi -n '__cometapi_at "schema"' -a init -d 'Set up your keys, default model and output format.'
complete -c cometapi -n '__cometapi_at "schema kling"' -a get -d 'Show a Kling task.'
complete -c cometapi -n '__cometapi_at "schema kling"' -a image2video -d 'Make a video from an image with Kling.'
complete -c cometapi -n '__cometapi_at "schema kling"' -a text2video -d 'Make a video from a prompt with Kling.'
complete -c cometapi -n '__cometapi_at "schema kling"' -a wait -d 'Wait for a Kling task and save the result.'
complete -c cometapi -n '__cometapi_at "schema"' -a logs -d 'Browse usage logs.'
complete -c cometapi -n '__cometapi_at "schema mcp"' -a serve -d 'Let an agent run commands as tools, over the Model Context Protocol.'
complete -c cometapi -n '__cometapi_at "schema"' -a messages -d 'Ask a Claude model through Anthropic\'s Messages API.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a action -d 'Upscale, vary or redo images of a Midjourney task.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a blend -d 'Blend two to five images into one with Midjourney.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a describe -d 'Describe an image as prompts with Midjourney.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a edit -d 'Edit an image with Midjourney.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a get -d 'Show a Midjourney task.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a imagine -d 'Make images from a prompt with Midjourney.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a modal -d 'Give a Midjourney task the input it is waiting for.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a video -d 'Make a video from an image with Midjourney.'
complete -c cometapi -n '__cometapi_at "schema midjourney"' -a wait -d 'Wait for a Midjourney task and save the result.'
complete -c cometapi -n '__cometapi_at "schema model"' -a info -d 'Show a model\'s details from the catalog.'
complete -c cometapi -n '__cometapi_at "schema"' -a models -d 'List and search the models of the catalog.'
complete -c cometapi -n '__cometapi_at "schema"' -a repl -d 'Run commands interactively, without the program\'s name.'
complete -c cometapi -n '__cometapi_at "schema replicate"' -a create -d 'Run a model on Replicate.'
complete -c cometapi -n '__cometapi_at "schema replicate"' -a get -d 'Show a Replicate task.'
complete -c cometapi -n '__cometapi_at "schema replicate"' -a wait -d 'Wait for a Replicate task and save the result.'
complete -c cometapi -n '__cometapi_at "schema response"' -a get -d 'Fetch a stored answer from the Responses API.'
complete -c cometapi -n '__cometapi_at "schema"' -a responses -d 'Ask a model through the Responses API.'
complete -c cometapi -n '__cometapi_at "schema"' -a run -d 'Send one request to a model in any of the four protocols.'
complete -c cometapi -n '__cometapi_at "schema runway"' -a get -d 'Show a Runway task.'
complete -c cometapi -n '__cometapi_at "schema runway"' -a image2video -d 'Make a video from an image with Runway.'
complete -c cometapi -n '__cometapi_at "schema runway"' -a wait -d 'Wait for a Runway task and save the result.'
complete -c cometapi -n '__cometapi_at "schema"' -a sandbox -d 'Run a local server that answers from sample data.'
complete -c cometapi -n '__cometapi_at "schema"' -a schema -d 'Print the commands and their options as JSON, for programs and agents.'
complete -c cometapi -n '__cometapi_at "schema seedance"' -a create -d 'Make a video with Seedance.'
complete -c cometapi -n '__cometapi_at "schema seedance"' -a get -d 'Show a Seedance task.'
complete -c cometapi -n '__cometapi_at "schema seedance"' -a wait -d 'Wait for a Seedance task and save the result.'
complete -c cometapi -n '__cometapi_at "schema"' -a serve -d 'Let other programs use your key through a local gateway.'
complete -c cometapi -n '__cometapi_at "schema"' -a similar -d 'Find the texts most similar to a text, by their vectors.'
complete -c cometapi -n '__cometapi_at "schema skill"' -a install -d 'Install a skill, so that a coding agent knows this program.'
complete -c cometapi -n '__cometapi_at "schema skill"' -a remove -d 'Remove the skill that was installed for a coding agent.'
complete -c cometapi -n '__cometapi_at "schema skill"' -a show -d 'Print the index of the skill for coding agents.'
complete -c cometapi -n '__cometapi_at "schema"' -a speech -d 'Turn text into speech.'
complete -c cometapi -n '__cometapi_at "schema"' -a stats -d 'Show the usage of the current month.'
complete -c cometapi -n '__cometapi_at "schema suno"' -a create -d 'Make a song with Suno (older endpoint).'
complete -c cometapi -n '__cometapi_at "schema suno"' -a get -d 'Show a Suno task.'
complete -c cometapi -n '__cometapi_at "schema suno"' -a wait -d 'Wait for a Suno task and save the result.'
complete -c cometapi -n '__cometapi_at "schema tasks"' -a adopt -d 'Find the task of a request whose reply was lost.'
complete -c cometapi -n '__cometapi_at "schema tasks"' -a get -d 'Show one task.'
complete -c cometapi -n '__cometapi_at "schema tasks"' -a unfinished -d 'List unfinished tasks started on this machine.'
complete -c cometapi -n '__cometapi_at "schema tasks"' -a wait -d 'Wait until one task is done, and print its result.'
complete -c cometapi -n '__cometapi_at "schema template"' -a edit -d 'Edit a template in your editor, and check it.'
complete -c cometapi -n '__cometapi_at "schema template"' -a list -d 'List your templates.'
complete -c cometapi -n '__cometapi_at "schema template"' -a save -d 'Save the options and the message of a call as a template.'
complete -c cometapi -n '__cometapi_at "schema template"' -a show -d 'Show a template.'
complete -c cometapi -n '__cometapi_at "schema tokens"' -a create -d 'Create an API key.'
complete -c cometapi -n '__cometapi_at "schema tokens"' -a delete -d 'Delete an API key.'
complete -c cometapi -n '__cometapi_at "schema tokens"' -a get -d 'Show one API key.'
complete -c cometapi -n '__cometapi_at "schema tokens"' -a update -d 'Change an API key.'
complete -c cometapi -n '__cometapi_at "schema"' -a transcribe -d 'Turn speech into text or subtitles.'
complete -c cometapi -n '__cometapi_at "schema video"' -a content -d 'Fetch a video or its thumbnail from the service.'
complete -c cometapi -n '__cometapi_at "schema video"' -a create -d 'Make a video from a prompt and optional images.'
complete -c cometapi -n '__cometapi_at "schema video"' -a download -d 'Download a finished video.'
complete -c cometapi -n '__cometapi_at "schema video"' -a get -d 'Show the status of a video.'
complete -c cometapi -n '__cometapi_at "schema video"' -a list -d 'List videos started on this machine.'
complete -c cometapi -n '__cometapi_at "schema video"' -a remix -d 'Remix a Sora video with a new prompt.'
complete -c cometapi -n '__cometapi_at "schema video"' -a wait -d 'Wait for a video and save it.'
complete -c cometapi -n '__cometapi_at "seedance"' -a create -d 'Make a video with Seedance.'
complete -c cometapi -n '__cometapi_at "seedance"' -a get -d 'Show a Seedance task.'
complete -c cometapi -n '__cometapi_at "seedance"' -a wait -d 'Wait for a Seedance task and save the result.'
complete -c cometapi -n '__cometapi_at ""' -a serve -d 'Let other programs use your key through a local gateway.'
complete -c cometapi -n '__cometapi_at ""' -a similar -d 'Find the texts most similar to a text, by their vectors.'
complete -c cometapi -n '__cometapi_at "skill"' -a install -d 'Install a skill, so that a coding agent knows this program.'
complete -c cometapi -n '__cometapi_at "skill"' -a remove -d 'Remove the skill that was installed for a coding agent.'
complete -c cometapi -n '__cometapi_at "skill"' -a show -d 'Print the index of the skill for coding agents.'
complete -c cometapi -n '__cometapi_at ""' -a speech -d 'Turn text into speech.'
complete -c cometapi -n '__cometapi_at ""' -a stats -d 'Show the usage of the current month.'
complete -c cometapi -n '__cometapi_at "suno"' -a create -d 'Make a song with Suno (older endpoint).'
complete -c cometapi -n '__cometapi_at "suno"' -a get -d 'Show a Suno task.'
complete -c cometapi -n '__cometapi_at "suno"' -a wait -d 'Wait for a Suno task and save the result.'
complete -c cometapi -n '__cometapi_at "tasks"' -a adopt -d 'Find the task of a request whose reply was lost.'
complete -c cometapi -n '__cometapi_at "tasks"' -a get -d 'Show one task.'
complete -c cometapi -n '__cometapi_at "tasks"' -a unfinished -d 'List unfinished tasks started on this machine.'
complete -c cometapi -n '__cometapi_at "tasks"' -a wait -d 'Wait until one task is done, and print its result.'
complete -c cometapi -n '__cometapi_at "template"' -a edit -d 'Edit a template in your editor, and check it.'
complete -c cometapi -n '__cometapi_at "template"' -a list -d 'List your templates.'
complete -c cometapi -n '__cometapi_at "template"' -a save -d 'Save the options and the message of a call as a template.'
complete -c cometapi -n '__cometapi_at "template"' -a show -d 'Show a template.'
complete -c cometapi -n '__cometapi_at "tokens"' -a create -d 'Create an API key.'
complete -c cometapi -n '__cometapi_at "tokens"' -a delete -d 'Delete an API key.'
complete -c cometapi -n '__cometapi_at "tokens"' -a get -d 'Show one API key.'
complete -c cometapi -n '__cometapi_at "tokens"' -a update -d 'Change an API key.'
complete -c cometapi -n '__cometapi_at ""' -a transcribe -d 'Turn speech into text or subtitles.'
complete -c cometapi -n '__cometapi_at "video"' -a content -d 'Fetch a video or its thumbnail from the service.'
complete -c cometapi -n '__cometapi_at "video"' -a create -d 'Make a video from a prompt and optional images.'
complete -c cometapi -n '__cometapi_at "video"' -a download -d 'Download a finished video.'
complete -c cometapi -n '__cometapi_at "video"' -a get -d 'Show the status of a video.'
complete -c cometapi -n '__cometapi_at "video"' -a list -d 'List videos started on this machine.'
complete -c cometapi -n '__cometapi_at "video"' -a remix -d 'Remix a Sora video with a new prompt.'
complete -c cometapi -n '__cometapi_at "video"' -a wait -d 'Wait for a video and save it.'

# alias remove
complete -c cometapi -n '__cometapi_place "alias remove" 0' -a '(__cometapi_list aliases)'

# alias set
complete -c cometapi -n '__cometapi_place "alias set" 0' -a '(__cometapi_list aliases)'
complete -c cometapi -n '__cometapi_place "alias set" 1' -a '(__cometapi_list models)'

# api
complete -c cometapi -n '__cometapi_place "api" 0' -a 'GET\t POST\t PUT\t PATCH\t DELETE\t /v1/models\t /v1/chat/completions\t /v1/responses\t /v1/videos\t /v1/messages\t /v1/embeddings\t /v1/audio/speech\t /v1/audio/transcriptions\t /v1/audio/translations\t /v1/images/generations\t /v1/images/edits\t /bria/text-to-image\t /flux/v1/get_result\t /grok/v1/videos/generations\t /grok/v1/videos/edits\t /kling/v1/videos/text2video\t /kling/v1/videos/image2video\t /mj/submit/imagine\t /mj/submit/action\t /mj/submit/blend\t /mj/submit/describe\t /mj/submit/modal\t /mj/submit/edits\t /mj/submit/video\t /runwayml/v1/image_to_video\t /volc/v3/contents/generations/tasks\t /suno/submit/music\t /api/models\t /api/user/self\t /api/user/self/stats\t /api/log/self\t /api/log/self/export\t /api/task/self\t /api/token/\t /api/token/search\t /api/usage/token\t'
complete -c cometapi -n '__cometapi_place "api" 1' -a '/v1/models\t /v1/chat/completions\t /v1/responses\t /v1/videos\t /v1/messages\t /v1/embeddings\t /v1/audio/speech\t /v1/audio/transcriptions\t /v1/audio/translations\t /v1/images/generations\t /v1/images/edits\t /bria/text-to-image\t /flux/v1/get_result\t /grok/v1/videos/generations\t /grok/v1/videos/edits\t /kling/v1/videos/text2video\t /kling/v1/videos/image2video\t /mj/submit/imagine\t /mj/submit/action\t /mj/submit/blend\t /mj/submit/describe\t /mj/submit/modal\t /mj/submit/edits\t /mj/submit/video\t /runwayml/v1/image_to_video\t /volc/v3/contents/generations/tasks\t /suno/submit/music\t /api/models\t /api/user/self\t /api/user/self/stats\t /api/log/self\t /api/log/self/export\t /api/task/self\t /api/token/\t /api/token/search\t /api/usage/token\t'
complete -c cometapi -n '__cometapi_takes "api" ' -l set -x -d 'A field of the query or the body; the value is JSON or text.'
complete -c cometapi -n '__cometapi_takes "api" --body' -l body -r -F -d 'Start from this JSON body.'
complete -c cometapi -n '__cometapi_takes "api" ' -l header -x -d 'Add a header.'
complete -c cometapi -n '__cometapi_takes "api" --paginate --raw' -l paginate -d 'Fetch every page of a list and print its items, one JSON object per line; as one list with --format, --fields or --query.'
complete -c cometapi -n '__cometapi_takes "api" --format -f --json --raw' -l format -s f -x -a 'table\t json\t jsonl\t yaml\t csv\t markdown\t' -d 'How to print the reply; the default is JSON, and plain text for a single string.'

# balance
complete -c cometapi -n '__cometapi_takes "balance" --source -s' -l source -s s -x -a 'account\t key\t token\t' -d 'The whole account, or the API key; token is another word for key.'

# batch cancel
complete -c cometapi -n '__cometapi_place "batch cancel" 0' -F

# batch join
complete -c cometapi -n '__cometapi_place "batch join" 0' -F
complete -c cometapi -n '__cometapi_place "batch join" 1 more' -F
complete -c cometapi -n '__cometapi_takes "batch join" --input-format' -l input-format -x -a 'openai\t anthropic\t jsonl\t csv\t tsv\t text\t' -d 'What the rows are; by default the file\'s name and first row tell.'
complete -c cometapi -n '__cometapi_takes "batch join" --id' -l id -x -d 'Column with the ID of each row, as batch run was told.'

# batch limits
complete -c cometapi -n '__cometapi_place "batch limits" 0' -F

# batch run
complete -c cometapi -n '__cometapi_place "batch run" 0' -F
complete -c cometapi -n '__cometapi_takes "batch run" --output -o' -l output -s o -r -F -d 'File of results, one JSON object per line; results that are there are kept.'
complete -c cometapi -n '__cometapi_takes "batch run" --template' -l template -x -a '(__cometapi_list templates)' -d 'Fill this template with the columns of each row (see help templates).'
complete -c cometapi -n '__cometapi_takes "batch run" --input-format' -l input-format -x -a 'openai\t anthropic\t jsonl\t csv\t tsv\t text\t' -d 'What the rows are; by default the file\'s name and first row tell.'
complete -c cometapi -n '__cometapi_takes "batch run" --id' -l id -x -d 'Column with the ID of each row; without one, its content is hashed.'
complete -c cometapi -n '__cometapi_takes "batch run" --order' -l order -x -a 'completion\t input\t' -d 'Order of the results.'
complete -c cometapi -n '__cometapi_takes "batch run" --shard' -l shard -x -d 'Run one of N parts of the rows: 1/3, auto in a Slurm array, or auto/N in a Kubernetes job (see help batch).'
complete -c cometapi -n '__cometapi_takes "batch run" --engine' -l engine -x -a 'local\t dask\t' -d 'Where requests are sent from: this machine, or the workers of a Dask cluster, which use their own key (see help batch-clusters).'
complete -c cometapi -n '__cometapi_takes "batch run" --engine=local --scheduler' -l scheduler -x -d 'Address of the Dask scheduler, such as tcp://127.0.0.1:8786.'
complete -c cometapi -n '__cometapi_takes "batch run" --retry-errors' -l retry-errors -d 'Run rows again that failed.'
complete -c cometapi -n '__cometapi_takes "batch run" --resend-unknown' -l resend-unknown -d 'Run rows again whose request may have been answered and charged, though no result is here.'
complete -c cometapi -n '__cometapi_takes "batch run" --rerun' -l rerun -x -a 'changed\t' -d 'With changed: run rows again that have an answer to another request.'
complete -c cometapi -n '__cometapi_takes "batch run" --max-errors' -l max-errors -x -d 'Stop when more than N rows have failed.'
complete -c cometapi -n '__cometapi_takes "batch run" --format -f --json' -l format -s f -x -a 'table\t json\t jsonl\t yaml\t csv\t markdown\t' -d 'Output format of the estimate.'
complete -c cometapi -n '__cometapi_takes "batch run" --format -f --json' -l json -d 'Print the estimate as JSON; short for --format json.'
complete -c cometapi -n '__cometapi_takes "batch run" --strict' -l strict -d 'Count a row as failed if there would be a note about its answer.'

# batch status
complete -c cometapi -n '__cometapi_place "batch status" 0' -F

# bria create
complete -c cometapi -n '__cometapi_takes "bria create" --num-results -n' -l num-results -s n -x -d 'Number of images.'
complete -c cometapi -n '__cometapi_takes "bria create" --aspect-ratio' -l aspect-ratio -x -a '1\\:1\t 2\\:3\t 3\\:2\t 3\\:4\t 4\\:3\t 4\\:5\t 5\\:4\t 9\\:16\t 16\\:9\t' -d 'Aspect ratio, such as 16:9.'
complete -c cometapi -n '__cometapi_takes "bria create" --medium' -l medium -x -a 'photography\t art\t' -d 'Kind of image: photography or art.'

# bria edit
complete -c cometapi -n '__cometapi_place "bria edit" 0' -a 'erase\t gen_fill\t expand\t enhance\t increase_resolution\t replace_background\t'
complete -c cometapi -n '__cometapi_place "bria edit" 1' -F
complete -c cometapi -n '__cometapi_takes "bria edit" --mask' -l mask -r -F -d 'Mask image; white areas are edited.'
complete -c cometapi -n '__cometapi_takes "bria edit" --num-results -n' -l num-results -s n -x -d 'Number of images.'

# bria get

# bria wait

# chat
complete -c cometapi -n '__cometapi_takes "chat" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "chat" --system -s' -l system -s s -x -d 'Instruction placed before the message.'
complete -c cometapi -n '__cometapi_takes "chat" --developer' -l developer -x -d 'Instruction for newer models (o1 and later), instead of --system.'
complete -c cometapi -n '__cometapi_takes "chat" --messages --continue -c' -l messages -r -F -d 'Messages placed before the message: a JSON list, or a conversation that /save or history show --json wrote.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l tool-result -x -d 'The result of a tool that the model called, after --messages with that call.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l message -x -d 'Add a message with this role.'
complete -c cometapi -n '__cometapi_takes "chat" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: lower is more focused, higher more varied.'
complete -c cometapi -n '__cometapi_takes "chat" --top-p' -l top-p -x -d 'Nucleus sampling; change this or the temperature, not both.'
complete -c cometapi -n '__cometapi_takes "chat" --max-tokens' -l max-tokens -x -d 'Maximum output tokens.'
complete -c cometapi -n '__cometapi_takes "chat" --max-completion-tokens' -l max-completion-tokens -x -d 'Maximum output tokens, reasoning included; for GPT-4.1, GPT-5 and o-series models.'
complete -c cometapi -n '__cometapi_takes "chat" --stream --no-stream' -l stream -d 'Print the answer as it arrives; the default with table and markdown.'
complete -c cometapi -n '__cometapi_takes "chat" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'
complete -c cometapi -n '__cometapi_takes "chat" --n' -l n -x -d 'Number of answers to generate.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l stop -x -d 'Stop generating at this text.'
complete -c cometapi -n '__cometapi_takes "chat" --seed' -l seed -x -d 'Seed for reproducible sampling.'
complete -c cometapi -n '__cometapi_takes "chat" --presence-penalty' -l presence-penalty -x -d 'Penalty for words that already appear in the text.'
complete -c cometapi -n '__cometapi_takes "chat" --frequency-penalty' -l frequency-penalty -x -d 'Penalty for words, growing with how often they appear.'
complete -c cometapi -n '__cometapi_takes "chat" --logit-bias' -l logit-bias -x -d 'Token IDs and their bias (-100 to 100) as a JSON object.'
complete -c cometapi -n '__cometapi_takes "chat" --logprobs' -l logprobs -d 'Return log probabilities; see them with --json.'
complete -c cometapi -n '__cometapi_takes "chat" --top-logprobs' -l top-logprobs -x -d 'Number of most likely tokens to return at each position.'
complete -c cometapi -n '__cometapi_takes "chat" --reasoning-effort' -l reasoning-effort -x -a 'low\t medium\t high\t' -d 'Reasoning effort of o-series and GPT-5.1+ models.'
complete -c cometapi -n '__cometapi_takes "chat" --service-tier' -l service-tier -x -a 'auto\t default\t flex\t priority\t' -d 'Service tier.'
complete -c cometapi -n '__cometapi_takes "chat" --user' -l user -x -d 'Your ID for the end user.'
complete -c cometapi -n '__cometapi_takes "chat" --response-format' -l response-format -x -a 'text\t json_object\t json_schema\t' -d 'Kind of answer; json_schema comes with --schema.'
complete -c cometapi -n '__cometapi_takes "chat" --schema --schema-multi' -l schema -r -F -d 'Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as \'name, age int, tags [str]\'.'
complete -c cometapi -n '__cometapi_takes "chat" --schema --schema-multi' -l schema-multi -r -F -d 'Answer with a JSON list of what this schema describes.'
complete -c cometapi -n '__cometapi_takes "chat" --tools' -l tools -r -F -d 'JSON file with the list of functions that the model may call.'
complete -c cometapi -n '__cometapi_takes "chat" --tool-choice' -l tool-choice -x -d 'auto, none, required, or the one function to call.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l image -r -F -d 'Attach an image.'
complete -c cometapi -n '__cometapi_takes "chat" --detail' -l detail -x -a 'low\t high\t auto\t' -d 'Image detail.'
complete -c cometapi -n '__cometapi_takes "chat" ' -l audio -r -F -d 'Attach an audio file.'
complete -c cometapi -n '__cometapi_takes "chat" --stream-options' -l stream-options -x -d 'Stream options as a JSON object.'

# command add
complete -c cometapi -n '__cometapi_place "command add" 0' -F
complete -c cometapi -n '__cometapi_takes "command add" --digest' -l digest -x -d 'Agree without a prompt, if the file and its samples have this digest (16 digits or more), as the refusal of an untrusted command says it.'
complete -c cometapi -n '__cometapi_takes "command add" --force' -l force -d 'Replace a command of the same name.'

# command check
complete -c cometapi -n '__cometapi_place "command check" 0' -F

# command import
complete -c cometapi -n '__cometapi_place "command import" 0' -F
complete -c cometapi -n '__cometapi_place "command import" 2' -a 'GET\t POST\t PUT\t PATCH\t DELETE\t'
complete -c cometapi -n '__cometapi_takes "command import" --name' -l name -x -d 'Words of the command, such as "pets list"; by default the service\'s and those of the operation\'s ID.'
complete -c cometapi -n '__cometapi_takes "command import" --service' -l service -x -d 'Name of the service, which its settings begin with; by default from the title of the document.'
complete -c cometapi -n '__cometapi_takes "command import" --url' -l url -x -d 'URL of the service, where the document has none, a relative one, or another.'
complete -c cometapi -n '__cometapi_takes "command import" --output -o --add' -l output -s o -r -F -d 'Write the command to this file, or into this folder, and its sample beside it; by default it is printed.'
complete -c cometapi -n '__cometapi_takes "command import" --output -o --add' -l add -d 'Add the command, after a prompt that says what it may do.'
complete -c cometapi -n '__cometapi_takes "command import" --force' -l force -d 'Replace files that exist.'

# command remove
complete -c cometapi -n '__cometapi_place "command remove" 0 more' -a '(__cometapi_ask)'

# compare
complete -c cometapi -n '__cometapi_takes "compare" ' -l model -s m -x -a '(__cometapi_list models)' -d 'Model to ask; give it several times.'
complete -c cometapi -n '__cometapi_takes "compare" --system -s' -l system -s s -x -d 'Instruction placed before the message.'
complete -c cometapi -n '__cometapi_takes "compare" ' -l image -r -F -d 'Attach an image.'
complete -c cometapi -n '__cometapi_takes "compare" ' -l file -s F -r -F -d 'Attach a document, as the models\' own commands take it.'
complete -c cometapi -n '__cometapi_takes "compare" --max-tokens' -l max-tokens -x -d 'Maximum output tokens of each model.'
complete -c cometapi -n '__cometapi_takes "compare" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: lower is more focused, higher more varied.'
complete -c cometapi -n '__cometapi_takes "compare" --schema' -l schema -r -F -d 'Answers in JSON that match this schema: a file, JSON, or fields such as \'name, age int\'.'
complete -c cometapi -n '__cometapi_takes "compare" ' -l expect -x -d 'What each answer has to hold: a regular expression, json:EXPR (JMESPath) or schema:SCHEMA (see help comparing).'
complete -c cometapi -n '__cometapi_takes "compare" --judge' -l judge -x -a '(__cometapi_list models)' -d 'Model that ranks the answers with reasons, without knowing whose they are.'

# completion install
complete -c cometapi -n '__cometapi_place "completion install" 0' -a 'bash\t zsh\t fish\t powershell\t'

# config get
complete -c cometapi -n '__cometapi_place "config get" 0' -a 'profile\t api_key\t access_token\t api_key_command\t access_token_command\t secret_store\t base_url\t plain_http\t default_model\t image_model\t video_model\t output_format\t timeout\t plain\t history\t history_max_age\t history_max_size\t max_cost_per_day\t max_tokens_under_cap\t connect_timeout\t retries\t retry_max_wait\t ca\t client_cert\t client_key\t (__cometapi_list own-settings)'

# config profile remove
complete -c cometapi -n '__cometapi_place "config profile remove" 0' -a '(__cometapi_profiles)'

# config profile show
complete -c cometapi -n '__cometapi_place "config profile show" 0' -a '(__cometapi_profiles)'

# config profile use
complete -c cometapi -n '__cometapi_place "config profile use" 0' -a '(__cometapi_profiles)'

# config set
complete -c cometapi -n '__cometapi_place "config set" 0' -a 'profile\t api_key\t access_token\t api_key_command\t access_token_command\t secret_store\t base_url\t plain_http\t default_model\t image_model\t video_model\t output_format\t timeout\t plain\t history\t history_max_age\t history_max_size\t max_cost_per_day\t max_tokens_under_cap\t connect_timeout\t retries\t retry_max_wait\t ca\t client_cert\t client_key\t (__cometapi_list own-settings)'
complete -c cometapi -n '__cometapi_after "config set" 1 profile' -a '(__cometapi_profiles)'
complete -c cometapi -n '__cometapi_after "config set" 1 secret_store' -a 'file\t keyring\t'
complete -c cometapi -n '__cometapi_after "config set" 1 plain_http' -a 'refuse\t allow\t'
complete -c cometapi -n '__cometapi_after "config set" 1 default_model' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_after "config set" 1 image_model' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_after "config set" 1 video_model' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_after "config set" 1 output_format' -a 'table\t json\t jsonl\t yaml\t csv\t markdown\t'
complete -c cometapi -n '__cometapi_after "config set" 1 plain' -a 'on\t off\t'
complete -c cometapi -n '__cometapi_after "config set" 1 history' -a 'all\t terminal\t off\t'
complete -c cometapi -n '__cometapi_after "config set" 1 ca' -F
complete -c cometapi -n '__cometapi_after "config set" 1 client_cert' -F
complete -c cometapi -n '__cometapi_after "config set" 1 client_key' -F

# config unset
complete -c cometapi -n '__cometapi_place "config unset" 0' -a 'profile\t api_key\t access_token\t api_key_command\t access_token_command\t secret_store\t base_url\t plain_http\t default_model\t image_model\t video_model\t output_format\t timeout\t plain\t history\t history_max_age\t history_max_size\t max_cost_per_day\t max_tokens_under_cap\t connect_timeout\t retries\t retry_max_wait\t ca\t client_cert\t client_key\t (__cometapi_list own-settings)'

# embed
complete -c cometapi -n '__cometapi_takes "embed" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Embedding model.'
complete -c cometapi -n '__cometapi_takes "embed" --lines --jsonl' -l lines -r -F -d 'File with one text per line; - means stdin.'
complete -c cometapi -n '__cometapi_takes "embed" --lines --jsonl' -l jsonl -r -F -d 'JSON Lines file; --field names the text in each object.'
complete -c cometapi -n '__cometapi_takes "embed" --field' -l field -x -d 'Field of each JSON object that contains the text.'
complete -c cometapi -n '__cometapi_takes "embed" --dimensions' -l dimensions -x -d 'Number of dimensions of the vectors (text-embedding-3 models).'

# exec
complete -c cometapi -n '__cometapi_takes "exec" --as' -l as -x -a 'aider\t amp\t any\t claude\t codex\t copilot\t cursor\t droid\t gemini\t goose\t opencode\t qwen\t' -d 'Treat the program as this agent, whatever its name; any means none of them.'
complete -c cometapi -n '__cometapi_takes "exec" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that the agent uses; without it most agents use their own default.'
complete -c cometapi -n '__cometapi_takes "exec" --models' -l models -x -a '(__cometapi_list models | __cometapi_joined)' -d 'Serve only these models; * and ? stand for any text and any character.'
complete -c cometapi -n '__cometapi_takes "exec" --record --replay' -l record -r -F -d 'Add every request and its reply to FILE, one JSON object per line, without credentials.'
complete -c cometapi -n '__cometapi_takes "exec" --record --replay' -l replay -r -F -d 'Answer from a recording and send nothing; a request that is not in it is refused.'
complete -c cometapi -n '__cometapi_takes "exec" --dry-run' -l dry-run -d 'Print what would be set and run, with the token masked, instead of doing it.'

# flux create
complete -c cometapi -n '__cometapi_takes "flux create" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Image model.'
complete -c cometapi -n '__cometapi_takes "flux create" --width' -l width -x -d 'Width in pixels, a multiple of 32.'
complete -c cometapi -n '__cometapi_takes "flux create" --height' -l height -x -d 'Height in pixels, a multiple of 32.'
complete -c cometapi -n '__cometapi_takes "flux create" --seed' -l seed -x -d 'Seed for a reproducible result.'
complete -c cometapi -n '__cometapi_takes "flux create" --guidance' -l guidance -x -d 'How closely to follow the prompt.'
complete -c cometapi -n '__cometapi_takes "flux create" --safety-tolerance' -l safety-tolerance -x -d 'Moderation level, from 0 (strictest) to 6 (most permissive).'
complete -c cometapi -n '__cometapi_takes "flux create" --output-format' -l output-format -x -a 'jpeg\t png\t' -d 'Image format.'

# flux get

# flux wait

# gemini
complete -c cometapi -n '__cometapi_takes "gemini" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "gemini" --messages --continue -c' -l messages -r -F -d 'Messages placed before the prompt: a JSON list, or a conversation that /save or history show --json wrote.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l image -r -F -d 'Attach an image.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l audio -r -F -d 'Attach an audio file.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l video -r -F -d 'Attach a video.'
complete -c cometapi -n '__cometapi_takes "gemini" --system -s' -l system -s s -x -d 'Instruction for the whole conversation.'
complete -c cometapi -n '__cometapi_takes "gemini" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: lower is more focused, higher more varied.'
complete -c cometapi -n '__cometapi_takes "gemini" --top-p' -l top-p -x -d 'Nucleus sampling.'
complete -c cometapi -n '__cometapi_takes "gemini" --top-k' -l top-k -x -d 'Sample from the N most likely tokens.'
complete -c cometapi -n '__cometapi_takes "gemini" --max-tokens' -l max-tokens -x -d 'Maximum output tokens.'
complete -c cometapi -n '__cometapi_takes "gemini" --candidates' -l candidates -x -d 'Number of answers to generate.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l stop -x -d 'Stop generating at this text.'
complete -c cometapi -n '__cometapi_takes "gemini" --seed' -l seed -x -d 'Seed for reproducible sampling.'
complete -c cometapi -n '__cometapi_takes "gemini" --thinking-level --thinking-budget' -l thinking-level -x -a 'minimal\t low\t medium\t high\t' -d 'Thinking level of Gemini 3 models.'
complete -c cometapi -n '__cometapi_takes "gemini" --thinking-level --thinking-budget' -l thinking-budget -x -d 'Tokens that Gemini 2.5 models may think; 0 turns it off, -1 lets the model choose.'
complete -c cometapi -n '__cometapi_takes "gemini" --include-thoughts' -l include-thoughts -d 'Return summaries of the model\'s thoughts as reasoning.'
complete -c cometapi -n '__cometapi_takes "gemini" --search' -l search -d 'Let the model search the web with Google.'
complete -c cometapi -n '__cometapi_takes "gemini" --maps' -l maps -d 'Let the model use Google Maps.'
complete -c cometapi -n '__cometapi_takes "gemini" --code-execution' -l code-execution -d 'Let the model run code.'
complete -c cometapi -n '__cometapi_takes "gemini" --lat-lng' -l lat-lng -x -d 'Location for --maps.'
complete -c cometapi -n '__cometapi_takes "gemini" --json-mode --schema --schema-multi' -l json-mode -d 'Answer in JSON.'
complete -c cometapi -n '__cometapi_takes "gemini" --json-mode --schema --schema-multi' -l schema -r -F -d 'Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as \'name, age int, tags [str]\'.'
complete -c cometapi -n '__cometapi_takes "gemini" --json-mode --schema --schema-multi' -l schema-multi -r -F -d 'Answer with a JSON list of what this schema describes.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l modality -x -a 'text\t image\t' -d 'What the answer may contain.'
complete -c cometapi -n '__cometapi_takes "gemini" --aspect-ratio' -l aspect-ratio -x -a '1\\:1\t 3\\:4\t 4\\:3\t 9\\:16\t 16\\:9\t' -d 'Shape of an image, such as 16:9.'
complete -c cometapi -n '__cometapi_takes "gemini" --image-size' -l image-size -x -a '1K\t 2K\t 4K\t' -d 'Size of an image: 1K, 2K or 4K.'
complete -c cometapi -n '__cometapi_takes "gemini" ' -l safety -x -d 'Filter of one category, such as HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH.'
complete -c cometapi -n '__cometapi_takes "gemini" --tools' -l tools -r -F -d 'Functions that the model may call: a JSON list of declarations.'
complete -c cometapi -n '__cometapi_takes "gemini" --tool-mode' -l tool-mode -x -a 'auto\t any\t none\t' -d 'Whether the model may, must or must not call functions.'
complete -c cometapi -n '__cometapi_takes "gemini" --cached-content' -l cached-content -x -d 'Cached content to use, as cachedContents/ID.'
complete -c cometapi -n '__cometapi_takes "gemini" --bearer' -l bearer -d 'Send the API key as Authorization: Bearer instead of x-goog-api-key.'
complete -c cometapi -n '__cometapi_takes "gemini" --save' -l save -x -a '(__fish_complete_directories)' -d 'Save images of the answer to this folder.'
complete -c cometapi -n '__cometapi_takes "gemini" --stream --no-stream' -l stream -d 'Print the answer as it arrives; the default with table and markdown.'
complete -c cometapi -n '__cometapi_takes "gemini" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'

# grok edit
complete -c cometapi -n '__cometapi_place "grok edit" 0' -F

# grok get

# grok video
complete -c cometapi -n '__cometapi_takes "grok video" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Video model.'
complete -c cometapi -n '__cometapi_takes "grok video" --image' -l image -r -F -d 'First frame of the video.'
complete -c cometapi -n '__cometapi_takes "grok video" --duration' -l duration -x -d 'Length of the video in seconds; 1 if not given.'
complete -c cometapi -n '__cometapi_takes "grok video" --resolution' -l resolution -x -a '480p\t 720p\t' -d 'Resolution.'
complete -c cometapi -n '__cometapi_takes "grok video" --aspect-ratio' -l aspect-ratio -x -a '1\\:1\t 16\\:9\t 9\\:16\t 4\\:3\t 3\\:4\t 3\\:2\t 2\\:3\t' -d 'Aspect ratio, such as 16:9.'
complete -c cometapi -n '__cometapi_takes "grok video" --user' -l user -x -d 'Your ID for the end user.'

# grok wait

# help

# history
complete -c cometapi -n '__cometapi_takes "history" --all --limit -l' -l all -d 'Print all conversations instead of the newest 50.'

# history cost
complete -c cometapi -n '__cometapi_takes "history cost" --by' -l by -x -a 'model\t day\t key\t' -d 'Sum up by model, by day, or by the key that paid.'

# history delete
complete -c cometapi -n '__cometapi_place "history delete" 0 more' -a '(__cometapi_list conversations)'

# history prune
complete -c cometapi -n '__cometapi_takes "history prune" --older-than' -l older-than -x -d 'Delete conversations last used before DATE: 90d, 24h, 2026-01-31.'

# history reconcile
complete -c cometapi -n '__cometapi_takes "history reconcile" --since' -l since -x -d 'Only answers at or after DATE: 2026-01-31, today, 7d; in local time without a zone.'

# history search

# history show
complete -c cometapi -n '__cometapi_place "history show" 0' -a '(__cometapi_list conversations)'
complete -c cometapi -n '__cometapi_takes "history show" --markdown --format -f --json' -l markdown -d 'Print Markdown, also on a terminal; short for --format markdown.'

# image
complete -c cometapi -n '__cometapi_takes "image" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Image model.'
complete -c cometapi -n '__cometapi_takes "image" ' -l image -r -F -d 'Reference image (Seedream and Gemini models).'
complete -c cometapi -n '__cometapi_takes "image" --n -n' -l n -s n -x -d 'Number of images.'
complete -c cometapi -n '__cometapi_takes "image" --size' -l size -x -a '1024x1024\t 1K\t 2K\t 4K\t' -d 'Width and height in pixels, such as 1024x1024; or 1K, 2K or 4K if the model supports them.'
complete -c cometapi -n '__cometapi_takes "image" --aspect-ratio' -l aspect-ratio -x -a '1\\:1\t 3\\:4\t 4\\:3\t 9\\:16\t 16\\:9\t' -d 'Aspect ratio, such as 16:9 (Gemini models).'
complete -c cometapi -n '__cometapi_takes "image" --quality' -l quality -x -a 'low\t medium\t high\t' -d 'Image quality; GPT image models take low, medium or high.'
complete -c cometapi -n '__cometapi_takes "image" --background' -l background -x -d 'Background, such as transparent or opaque (GPT image models).'
complete -c cometapi -n '__cometapi_takes "image" --output-format' -l output-format -x -a 'png\t jpeg\t webp\t' -d 'Image format (GPT image models).'
complete -c cometapi -n '__cometapi_takes "image" --output-compression' -l output-compression -x -d 'Compression of JPEG and WebP images in percent (GPT image models).'
complete -c cometapi -n '__cometapi_takes "image" --response-format' -l response-format -x -a 'url\t b64_json\t' -d 'Have the service return a link or the image data; it is saved either way (DALL-E and Seedream models).'
complete -c cometapi -n '__cometapi_takes "image" --watermark --no-watermark' -l watermark -d 'Add a watermark that says the image is AI-generated (Seedream models).'
complete -c cometapi -n '__cometapi_takes "image" --watermark --no-watermark' -l no-watermark -d 'The opposite of --watermark.'
complete -c cometapi -n '__cometapi_takes "image" --sequential-image-generation' -l sequential-image-generation -x -a 'auto\t disabled\t' -d 'Let the model make a series of related images (Seedream models).'
complete -c cometapi -n '__cometapi_takes "image" --sequential-image-generation=disabled --max-images' -l max-images -x -d 'Maximum number of images in the series.'
complete -c cometapi -n '__cometapi_takes "image" --body' -l body -r -F -d 'Start from this JSON object; options override it.'
complete -c cometapi -n '__cometapi_takes "image" ' -l set -x -d 'Set any other field of the request, such as seed=1; the value is JSON or text.'

# image edit
complete -c cometapi -n '__cometapi_takes "image edit" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Image model.'
complete -c cometapi -n '__cometapi_takes "image edit" ' -l image -r -F -d 'Image to edit: PNG, JPEG or WebP.'
complete -c cometapi -n '__cometapi_takes "image edit" --mask' -l mask -r -F -d 'PNG of the same size as the first image; its transparent areas are edited.'
complete -c cometapi -n '__cometapi_takes "image edit" --n -n' -l n -s n -x -d 'Number of images.'
complete -c cometapi -n '__cometapi_takes "image edit" --size' -l size -x -a '1024x1024\t' -d 'Width and height in pixels, such as 1024x1024.'
complete -c cometapi -n '__cometapi_takes "image edit" --quality' -l quality -x -a 'low\t medium\t high\t' -d 'Image quality: low, medium or high.'
complete -c cometapi -n '__cometapi_takes "image edit" --output-format' -l output-format -x -a 'png\t jpeg\t webp\t' -d 'Image format.'
complete -c cometapi -n '__cometapi_takes "image edit" --response-format' -l response-format -x -a 'url\t b64_json\t' -d 'Have the service return a link or the image data; it is saved either way.'
complete -c cometapi -n '__cometapi_takes "image edit" ' -l set -x -d 'Set any other field of the form, such as seed=1.'

# kling get
complete -c cometapi -n '__cometapi_takes "kling get" --kind' -l kind -x -a 'text2video\t image2video\t' -d 'Command that started the task.'

# kling image2video
complete -c cometapi -n '__cometapi_place "kling image2video" 0' -F
complete -c cometapi -n '__cometapi_takes "kling image2video" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Kling model name, such as kling-v2-master.'
complete -c cometapi -n '__cometapi_takes "kling image2video" --negative-prompt' -l negative-prompt -x -d 'What to avoid, at most 200 characters.'
complete -c cometapi -n '__cometapi_takes "kling image2video" --mode' -l mode -x -a 'std\t pro\t' -d 'Standard (std), or professional (pro) with higher quality at a higher price.'
complete -c cometapi -n '__cometapi_takes "kling image2video" --duration' -l duration -x -a '5\t 10\t' -d 'Length of the video in seconds.'
complete -c cometapi -n '__cometapi_takes "kling image2video" --cfg-scale' -l cfg-scale -x -d 'How closely to follow the prompt.'
complete -c cometapi -n '__cometapi_takes "kling image2video" --own-id' -l own-id -x -d 'Your own unique ID for the task; generated if omitted.'

# kling text2video
complete -c cometapi -n '__cometapi_takes "kling text2video" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Kling model name, such as kling-v3.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --negative-prompt' -l negative-prompt -x -d 'What to avoid, at most 200 characters.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --mode' -l mode -x -a 'std\t pro\t' -d 'Standard (std), or professional (pro) with higher quality at a higher price.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --duration' -l duration -x -a '5\t 10\t' -d 'Length of the video in seconds.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --cfg-scale' -l cfg-scale -x -d 'How closely to follow the prompt.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --aspect-ratio' -l aspect-ratio -x -a '16\\:9\t 9\\:16\t 1\\:1\t 4\\:3\t 3\\:4\t 3\\:2\t 2\\:3\t' -d 'Aspect ratio, such as 16:9.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --camera-control' -l camera-control -x -d 'Camera movement, as a JSON object.'
complete -c cometapi -n '__cometapi_takes "kling text2video" --own-id' -l own-id -x -d 'Your own unique ID for the task; generated if omitted.'

# kling wait
complete -c cometapi -n '__cometapi_takes "kling wait" --kind' -l kind -x -a 'text2video\t image2video\t' -d 'Command that started the task.'

# logs
complete -c cometapi -n '__cometapi_takes "logs" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Only calls of this model; % matches any text.'
complete -c cometapi -n '__cometapi_takes "logs" --token-name' -l token-name -x -d 'Only calls with the API key of this name.'
complete -c cometapi -n '__cometapi_takes "logs" --type -t' -l type -s t -x -a 'topup\t consume\t manage\t system\t error\t refund\t' -d 'Only entries of this kind.'
complete -c cometapi -n '__cometapi_takes "logs" --start' -l start -x -d 'Only entries at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d; in local time without a zone.'
complete -c cometapi -n '__cometapi_takes "logs" --end --follow' -l end -x -d 'Only entries at or before DATE; a date without a time includes the whole day.'
complete -c cometapi -n '__cometapi_takes "logs" --group -g' -l group -s g -x -d 'Only entries of this group.'
complete -c cometapi -n '__cometapi_takes "logs" --request-id --export --follow --limit -l --all' -l request-id -x -d 'Only the entry with this request ID, on any page.'
complete -c cometapi -n '__cometapi_takes "logs" --request-id --export --follow --detail --format -f --fields --query --sort --where --limit -l --all --page-size --page -p' -l export -d 'Print the service\'s CSV of all entries.'
complete -c cometapi -n '__cometapi_takes "logs" --end --request-id --export --follow --query --raw --output -o --sort --all --page-size --page -p' -l follow -d 'Print the newest entries, oldest first, and new ones as they arrive; with JSON, one per line.'
complete -c cometapi -n '__cometapi_takes "logs" --interval' -l interval -x -d 'Time between checks.'

# mcp serve
complete -c cometapi -n '__cometapi_takes "mcp serve" --folder' -l folder -x -a '(__fish_complete_directories)' -d 'Let the agent read the files in this folder, and save files there; without it, it can do neither.'
complete -c cometapi -n '__cometapi_takes "mcp serve" --allow-changes' -l allow-changes -d 'Let the agent run commands that change or delete what the service keeps for you, and commands of your own that change something.'

# messages
complete -c cometapi -n '__cometapi_takes "messages" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "messages" --max-tokens' -l max-tokens -x -d 'Maximum output tokens (the API requires it).'
complete -c cometapi -n '__cometapi_takes "messages" --system -s' -l system -s s -x -d 'Instruction for the whole conversation.'
complete -c cometapi -n '__cometapi_takes "messages" --messages --continue -c' -l messages -r -F -d 'Messages placed before the prompt: a JSON list, or a conversation that /save or history show --json wrote.'
complete -c cometapi -n '__cometapi_takes "messages" ' -l image -r -F -d 'Attach an image.'
complete -c cometapi -n '__cometapi_takes "messages" --thinking-budget' -l thinking-budget -x -d 'Tokens that the model may think, counted within --max-tokens.'
complete -c cometapi -n '__cometapi_takes "messages" --effort' -l effort -x -a 'low\t medium\t high\t' -d 'Effort that the model puts into the answer.'
complete -c cometapi -n '__cometapi_takes "messages" --cache' -l cache -d 'Keep the instruction in the prompt cache.'
complete -c cometapi -n '__cometapi_takes "messages" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: lower is more focused, higher more varied.'
complete -c cometapi -n '__cometapi_takes "messages" --top-p' -l top-p -x -d 'Nucleus sampling.'
complete -c cometapi -n '__cometapi_takes "messages" --top-k' -l top-k -x -d 'Sample from the N most likely tokens.'
complete -c cometapi -n '__cometapi_takes "messages" ' -l stop -x -d 'Stop generating at this text.'
complete -c cometapi -n '__cometapi_takes "messages" --schema --schema-multi' -l schema -r -F -d 'Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as \'name, age int, tags [str]\'.'
complete -c cometapi -n '__cometapi_takes "messages" --schema --schema-multi' -l schema-multi -r -F -d 'Answer with a JSON list of what this schema describes.'
complete -c cometapi -n '__cometapi_takes "messages" --tools' -l tools -r -F -d 'JSON file with the list of tools that the model may call.'
complete -c cometapi -n '__cometapi_takes "messages" --tool-choice' -l tool-choice -x -d 'auto, any, none, or the one tool to call.'
complete -c cometapi -n '__cometapi_takes "messages" --user' -l user -x -d 'Your ID for the end user.'
complete -c cometapi -n '__cometapi_takes "messages" --bearer' -l bearer -d 'Send the API key as Authorization: Bearer instead of x-api-key.'
complete -c cometapi -n '__cometapi_takes "messages" --beta' -l beta -x -d 'Enable a beta feature.'
complete -c cometapi -n '__cometapi_takes "messages" --stream --no-stream' -l stream -d 'Print the answer as it arrives; the default with table and markdown.'
complete -c cometapi -n '__cometapi_takes "messages" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'

# midjourney action

# midjourney blend
complete -c cometapi -n '__cometapi_place "midjourney blend" 0 more' -F

# midjourney describe
complete -c cometapi -n '__cometapi_place "midjourney describe" 0' -F
complete -c cometapi -n '__cometapi_takes "midjourney describe" --bot' -l bot -x -a 'midjourney\t niji\t' -d 'Bot to use.'
complete -c cometapi -n '__cometapi_takes "midjourney describe" --state' -l state -x -d 'Text to store with the task.'

# midjourney edit
complete -c cometapi -n '__cometapi_place "midjourney edit" 0' -F

# midjourney get

# midjourney imagine
complete -c cometapi -n '__cometapi_takes "midjourney imagine" --bot' -l bot -x -a 'midjourney\t niji\t' -d 'Bot to use.'
complete -c cometapi -n '__cometapi_takes "midjourney imagine" --state' -l state -x -d 'Text to store with the task.'

# midjourney modal
complete -c cometapi -n '__cometapi_takes "midjourney modal" --mask' -l mask -r -F -d 'Mask image of the area to redraw.'

# midjourney video
complete -c cometapi -n '__cometapi_place "midjourney video" 0' -F

# midjourney wait

# model info
complete -c cometapi -n '__cometapi_place "model info" 0' -a '(__cometapi_list models)'

# models
complete -c cometapi -n '__cometapi_place "models" 0' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_takes "models" --search -s' -l search -s s -x -d 'Only models whose id, name, provider or description contains TEXT.'
complete -c cometapi -n '__cometapi_takes "models" --provider --source=openai' -l provider -x -a '(__cometapi_list providers | __cometapi_joined)' -d 'Only models of these providers, separated by commas.'
complete -c cometapi -n '__cometapi_takes "models" --type --modality --source=openai' -l type -l modality -x -a '(__cometapi_list types | __cometapi_joined)' -d 'Only models of this type: text, image, audio, video ...'
complete -c cometapi -n '__cometapi_takes "models" --feature --capability --source=openai' -l feature -l capability -x -a '(__cometapi_list features | __cometapi_joined)' -d 'Only models with one of these features, separated by commas.'
complete -c cometapi -n '__cometapi_takes "models" --endpoint --source=openai' -l endpoint -x -a '(__cometapi_list endpoints | __cometapi_joined)' -d 'Only models whose endpoint name, path or method contains this.'
complete -c cometapi -n '__cometapi_takes "models" --source' -l source -x -a 'catalog\t openai\t' -d 'The public catalog, or the model API\'s own list.'

# replicate create
complete -c cometapi -n '__cometapi_place "replicate create" 0' -a 'black-forest-labs/flux-schnell\t stability-ai/sdxl\t stability-ai/stable-diffusion-3.5-medium\t'
complete -c cometapi -n '__cometapi_takes "replicate create" --aspect-ratio' -l aspect-ratio -x -d 'Aspect ratio, such as 16:9.'
complete -c cometapi -n '__cometapi_takes "replicate create" --input-image' -l input-image -x -d 'Input image.'
complete -c cometapi -n '__cometapi_takes "replicate create" ' -l input-images -x -d 'Input image, for models that take several.'
complete -c cometapi -n '__cometapi_takes "replicate create" --num-outputs' -l num-outputs -x -d 'Number of outputs.'
complete -c cometapi -n '__cometapi_takes "replicate create" --output-format' -l output-format -x -d 'Output format, such as webp, jpg or png.'
complete -c cometapi -n '__cometapi_takes "replicate create" --output-quality' -l output-quality -x -d 'Quality of compressed images.'

# replicate get

# replicate wait

# response get

# responses
complete -c cometapi -n '__cometapi_takes "responses" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that answers.'
complete -c cometapi -n '__cometapi_takes "responses" --system --instructions -s' -l system -l instructions -s s -x -d 'Instruction placed before the conversation.'
complete -c cometapi -n '__cometapi_takes "responses" --messages --continue -c' -l messages -r -F -d 'Messages placed before the prompt: a JSON list, or a conversation that /save or history show --json wrote.'
complete -c cometapi -n '__cometapi_takes "responses" ' -l tool-result -x -d 'The result of a function that the model called, with --previous-response.'
complete -c cometapi -n '__cometapi_takes "responses" ' -l image -r -F -d 'Attach an image.'
complete -c cometapi -n '__cometapi_takes "responses" --previous-response' -l previous-response -x -d 'Continue a stored answer.'
complete -c cometapi -n '__cometapi_takes "responses" --reasoning-effort --effort' -l reasoning-effort -l effort -x -a 'minimal\t low\t medium\t high\t' -d 'Reasoning effort.'
complete -c cometapi -n '__cometapi_takes "responses" --reasoning-summary' -l reasoning-summary -x -a 'auto\t concise\t detailed\t' -d 'Return a summary of the reasoning.'
complete -c cometapi -n '__cometapi_takes "responses" --verbosity' -l verbosity -x -a 'low\t medium\t high\t' -d 'Verbosity of the answer.'
complete -c cometapi -n '__cometapi_takes "responses" --max-tokens' -l max-tokens -x -d 'Maximum output tokens.'
complete -c cometapi -n '__cometapi_takes "responses" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: lower is more focused, higher more varied.'
complete -c cometapi -n '__cometapi_takes "responses" --top-p' -l top-p -x -d 'Nucleus sampling.'
complete -c cometapi -n '__cometapi_takes "responses" --schema --schema-multi' -l schema -r -F -d 'Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as \'name, age int, tags [str]\'.'
complete -c cometapi -n '__cometapi_takes "responses" --schema --schema-multi' -l schema-multi -r -F -d 'Answer with a JSON list of what this schema describes.'
complete -c cometapi -n '__cometapi_takes "responses" --tools' -l tools -r -F -d 'JSON file with the list of tools that the model may use.'
complete -c cometapi -n '__cometapi_takes "responses" --web-search' -l web-search -d 'Let the model search the web.'
complete -c cometapi -n '__cometapi_takes "responses" --tool-choice' -l tool-choice -x -d 'auto, none, required, or the one function to call.'
complete -c cometapi -n '__cometapi_takes "responses" --store --no-store' -l store -d 'Store the answer on the server.'
complete -c cometapi -n '__cometapi_takes "responses" --store --no-store' -l no-store -d 'The opposite of --store.'
complete -c cometapi -n '__cometapi_takes "responses" --background --stream --no-stream --run-tools' -l background -d 'Generate the answer in the background, and wait for it.'
complete -c cometapi -n '__cometapi_takes "responses" --service-tier' -l service-tier -x -a 'auto\t default\t flex\t priority\t' -d 'Service tier.'
complete -c cometapi -n '__cometapi_takes "responses" --truncation' -l truncation -x -a 'auto\t disabled\t' -d 'Whether to shorten a conversation that is too long.'
complete -c cometapi -n '__cometapi_takes "responses" --background --stream --no-stream' -l stream -d 'Print the answer as it arrives; the default with table and markdown.'
complete -c cometapi -n '__cometapi_takes "responses" --background --stream --no-stream' -l no-stream -d 'The opposite of --stream.'

# run
complete -c cometapi -n '__cometapi_place "run" 0' -a '(__cometapi_list models)'
complete -c cometapi -n '__cometapi_takes "run" --endpoint -e' -l endpoint -s e -x -a 'chat\t gemini\t anthropic\t responses\t' -d 'Which protocol to speak.'
complete -c cometapi -n '__cometapi_takes "run" --prompt -p' -l prompt -s p -x -d 'What to ask.'
complete -c cometapi -n '__cometapi_takes "run" --stream --no-stream' -l stream -d 'Print the answer as it arrives; the default with table and markdown.'
complete -c cometapi -n '__cometapi_takes "run" --stream --no-stream' -l no-stream -d 'The opposite of --stream.'

# runway get

# runway image2video
complete -c cometapi -n '__cometapi_takes "runway image2video" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Video model.'
complete -c cometapi -n '__cometapi_takes "runway image2video" --duration' -l duration -x -a '5\t 10\t' -d 'Length of the video in seconds.'
complete -c cometapi -n '__cometapi_takes "runway image2video" --ratio' -l ratio -x -a '1280\\:768\t 768\\:1280\t 1280\\:720\t 720\\:1280\t 1104\\:832\t 832\\:1104\t 960\\:960\t 1584\\:672\t' -d 'Width and height in pixels, such as 1280:720.'
complete -c cometapi -n '__cometapi_takes "runway image2video" --seed' -l seed -x -d 'Seed for a reproducible result.'
complete -c cometapi -n '__cometapi_takes "runway image2video" --watermark --no-watermark' -l watermark -d 'Add a watermark.'
complete -c cometapi -n '__cometapi_takes "runway image2video" --watermark --no-watermark' -l no-watermark -d 'The opposite of --watermark.'

# runway wait

# sandbox
complete -c cometapi -n '__cometapi_takes "sandbox" --port' -l port -x -d 'Port on 127.0.0.1; 0 chooses a free one.'
complete -c cometapi -n '__cometapi_takes "sandbox" --fail' -l fail -x -d 'Answer the first TIMES requests, or all, with this HTTP status.'
complete -c cometapi -n '__cometapi_takes "sandbox" --cut-after' -l cut-after -x -d 'Close every stream after N events.'
complete -c cometapi -n '__cometapi_takes "sandbox" --delay' -l delay -x -d 'Wait before every reply and between the events of a stream.'
complete -c cometapi -n '__cometapi_takes "sandbox" --any-model' -l any-model -d 'Accept any model, not only those in its catalog.'

# schema
complete -c cometapi -n '__cometapi_takes "schema" --tools' -l tools -x -a 'openai\t anthropic\t gemini\t mcp\t' -d 'Print the commands as a list of tools for a model, in the form of this API or protocol.'

# seedance create
complete -c cometapi -n '__cometapi_takes "seedance create" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Video model, such as doubao-seedance-1-0-pro (see cometapi models --search seedance).'

# seedance get

# seedance wait

# serve
complete -c cometapi -n '__cometapi_takes "serve" --port' -l port -x -d 'Port on 127.0.0.1 and ::1; 0 chooses a free one.'
complete -c cometapi -n '__cometapi_takes "serve" --models' -l models -x -a '(__cometapi_list models | __cometapi_joined)' -d 'Serve only these models; * and ? stand for any text and any character.'
complete -c cometapi -n '__cometapi_takes "serve" --record --replay' -l record -r -F -d 'Add every request and its reply to FILE, one JSON object per line, without credentials.'
complete -c cometapi -n '__cometapi_takes "serve" --record --replay' -l replay -r -F -d 'Answer from a recording and send nothing; a request that is not in it is refused.'

# similar
complete -c cometapi -n '__cometapi_place "similar" 1' -F
complete -c cometapi -n '__cometapi_takes "similar" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Model that made the vectors; required if the file does not contain it.'
complete -c cometapi -n '__cometapi_takes "similar" --dimensions' -l dimensions -x -d 'Number of dimensions, if embed was run with --dimensions.'

# skill install
complete -c cometapi -n '__cometapi_takes "skill install" ' -l for -r -F -d 'Agent (claude, codex or gemini), or a folder of skills that exists.'
complete -c cometapi -n '__cometapi_takes "skill install" --dry-run' -l dry-run -d 'Print what would be written, without writing it.'
complete -c cometapi -n '__cometapi_takes "skill install" --force' -l force -d 'Replace files that are yours, after a copy.'

# skill remove
complete -c cometapi -n '__cometapi_takes "skill remove" ' -l for -r -F -d 'Agent (claude, codex or gemini), or the folder of skills.'
complete -c cometapi -n '__cometapi_takes "skill remove" --dry-run' -l dry-run -d 'Print what would be deleted, without deleting it.'

# speech
complete -c cometapi -n '__cometapi_takes "speech" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Speech model.'
complete -c cometapi -n '__cometapi_takes "speech" --voice' -l voice -x -a 'alloy\t ash\t ballad\t coral\t echo\t fable\t onyx\t nova\t sage\t shimmer\t' -d 'Voice: alloy, ash, ballad, coral, echo, fable, onyx, nova, sage or shimmer.'
complete -c cometapi -n '__cometapi_takes "speech" --response-format' -l response-format -x -a 'mp3\t opus\t aac\t flac\t wav\t pcm\t' -d 'Audio format; mp3 if not given.'
complete -c cometapi -n '__cometapi_takes "speech" --speed' -l speed -x -d 'Speed of the speech; 1 is normal.'
complete -c cometapi -n '__cometapi_takes "speech" --instructions' -l instructions -x -d 'How to speak, such as \'cheerful\' or \'in a whisper\'. Not supported by tts-1 and tts-1-hd.'
complete -c cometapi -n '__cometapi_takes "speech" --play' -l play -d 'Play the audio with a player on this system, such as afplay, mpv or ffplay.'

# stats
complete -c cometapi -n '__cometapi_takes "stats" --by' -l by -x -a 'model\t key\t day\t' -d 'Add up requests, tokens and cost by model, API key or day, from at most 10,000 entries of the logs.'
complete -c cometapi -n '__cometapi_takes "stats" --start' -l start -x -d 'Only entries at or after DATE: 2026-01-31, month, today, 7d.'
complete -c cometapi -n '__cometapi_takes "stats" --end' -l end -x -d 'Only entries at or before DATE; a day counts to its end.'

# suno create
complete -c cometapi -n '__cometapi_takes "suno create" --description' -l description -x -d 'Description of the song; the lyrics are written for you.'
complete -c cometapi -n '__cometapi_takes "suno create" --instrumental' -l instrumental -d 'Make a song without vocals.'
complete -c cometapi -n '__cometapi_takes "suno create" --tags' -l tags -x -d 'Style, such as "folk, guitar".'
complete -c cometapi -n '__cometapi_takes "suno create" --negative-tags' -l negative-tags -x -d 'Styles to avoid.'
complete -c cometapi -n '__cometapi_takes "suno create" --title' -l title -x -d 'Title of the song.'
complete -c cometapi -n '__cometapi_takes "suno create" --model -m' -l model -s m -x -a 'chirp-auk\t chirp-v4\t' -d 'Suno model version, such as chirp-auk.'
complete -c cometapi -n '__cometapi_takes "suno create" --continue-clip' -l continue-clip -x -d 'Clip to continue.'
complete -c cometapi -n '__cometapi_takes "suno create" --continue-at' -l continue-at -x -d 'Time in the clip to continue from.'

# suno get

# suno wait

# tasks
complete -c cometapi -n '__cometapi_takes "tasks" --platform' -l platform -x -a 'suno\t mj\t luma\t kling\t' -d 'Only tasks of this platform: suno, mj, luma, kling ...'
complete -c cometapi -n '__cometapi_takes "tasks" --status' -l status -x -a 'SUBMITTED\t IN_PROGRESS\t SUCCESS\t FAILURE\t' -d 'Only tasks in this state: SUBMITTED, IN_PROGRESS, SUCCESS, FAILURE ...'
complete -c cometapi -n '__cometapi_takes "tasks" --task-id' -l task-id -x -d 'Only the task with this ID.'
complete -c cometapi -n '__cometapi_takes "tasks" --action' -l action -x -a 'MUSIC\t' -d 'Only tasks of this kind, such as MUSIC.'
complete -c cometapi -n '__cometapi_takes "tasks" --start' -l start -x -d 'Only tasks submitted at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d; in local time without a zone.'
complete -c cometapi -n '__cometapi_takes "tasks" --end' -l end -x -d 'Only tasks submitted at or before DATE.'
complete -c cometapi -n '__cometapi_takes "tasks" --watch' -l watch -d 'Check again until no listed task is running.'

# tasks adopt

# tasks get

# tasks wait

# template edit
complete -c cometapi -n '__cometapi_place "template edit" 0' -a '(__cometapi_list templates)'

# template save
complete -c cometapi -n '__cometapi_place "template save" 0' -a '(__cometapi_list templates)'
complete -c cometapi -n '__cometapi_takes "template save" --force' -l force -d 'Replace a template of this name.'

# template show
complete -c cometapi -n '__cometapi_place "template show" 0' -a '(__cometapi_list templates)'

# tokens
complete -c cometapi -n '__cometapi_takes "tokens" --search -s' -l search -s s -x -d 'Only keys whose name contains TEXT.'
complete -c cometapi -n '__cometapi_takes "tokens" --show-keys' -l show-keys -d 'Print the keys in full, where others may see them.'

# tokens create
complete -c cometapi -n '__cometapi_takes "tokens create" --quota' -l quota -x -d 'Spending limit of the key, in units; 500,000 units are one dollar.'
complete -c cometapi -n '__cometapi_takes "tokens create" --expires' -l expires -x -d 'When the key expires: +30d, or a date such as 2027-01-31, at the end of that day in local time. Default: never.'
complete -c cometapi -n '__cometapi_takes "tokens create" --models' -l models -x -a '(__cometapi_list models)' -d 'The only models that it may call, separated by commas.'
complete -c cometapi -n '__cometapi_takes "tokens create" --group -g' -l group -s g -x -d 'Group of models and prices for the key.'
complete -c cometapi -n '__cometapi_takes "tokens create" --allow-ips' -l allow-ips -x -d 'IP addresses that may use the key, one per line. Default: all.'

# tokens delete

# tokens get
complete -c cometapi -n '__cometapi_takes "tokens get" --show-keys' -l show-keys -d 'Print the key in full, where others may see it.'

# tokens update
complete -c cometapi -n '__cometapi_takes "tokens update" --name' -l name -x -d 'A new name.'
complete -c cometapi -n '__cometapi_takes "tokens update" --status' -l status -x -a 'active\t disabled\t' -d 'Turn the key off or on again.'
complete -c cometapi -n '__cometapi_takes "tokens update" --quota' -l quota -x -d 'What the key may still spend, in units of which 500,000 are one dollar, or unlimited.'
complete -c cometapi -n '__cometapi_takes "tokens update" --expires' -l expires -x -d 'When the key expires: +30d, a date such as 2027-01-31, or never.'
complete -c cometapi -n '__cometapi_takes "tokens update" --models' -l models -x -a '(__cometapi_list models)' -d 'The only models that it may call, separated by commas, or all.'
complete -c cometapi -n '__cometapi_takes "tokens update" --group -g' -l group -s g -x -d 'The group of models and prices that it belongs to.'
complete -c cometapi -n '__cometapi_takes "tokens update" --allow-ips' -l allow-ips -x -d 'The only addresses from which it is taken, one a line, or all.'

# transcribe
complete -c cometapi -n '__cometapi_place "transcribe" 0' -F
complete -c cometapi -n '__cometapi_takes "transcribe" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Transcription model.'
complete -c cometapi -n '__cometapi_takes "transcribe" --language --translate' -l language -x -d 'Language of the audio as an ISO-639-1 code, such as en or de; detected if omitted.'
complete -c cometapi -n '__cometapi_takes "transcribe" --prompt' -l prompt -x -d 'Context for the model: the preceding text, or names and terms in the audio.'
complete -c cometapi -n '__cometapi_takes "transcribe" --temperature -t' -l temperature -s t -x -d 'Sampling temperature: lower is more focused, higher more varied.'
complete -c cometapi -n '__cometapi_takes "transcribe" --response-format --format -f --fields --query --raw' -l response-format -x -a 'text\t srt\t vtt\t json\t verbose_json\t' -d 'Print the service\'s reply in this format: text, subtitles (srt, vtt), json, or verbose_json with timestamps.'
complete -c cometapi -n '__cometapi_takes "transcribe" --response-format=text --response-format=srt --response-format=vtt --response-format=json --translate' -l timestamp-granularities -x -a 'word\t segment\t' -d 'Add timestamps for words or segments.'
complete -c cometapi -n '__cometapi_takes "transcribe" --language --timestamp-granularities --translate' -l translate -d 'Translate the speech into English.'

# video content
complete -c cometapi -n '__cometapi_takes "video content" --variant' -l variant -x -a 'thumbnail\t spritesheet\t' -d 'Fetch the thumbnail or spritesheet instead, if the provider has it.'

# video create
complete -c cometapi -n '__cometapi_takes "video create" --model -m' -l model -s m -x -a '(__cometapi_list models)' -d 'Video model.'
complete -c cometapi -n '__cometapi_takes "video create" --seconds' -l seconds -x -d 'Length of the video in seconds.'
complete -c cometapi -n '__cometapi_takes "video create" --size' -l size -x -a '1280x720\t 720x1280\t 16\\:9\t 9\\:16\t' -d 'Width and height in pixels, such as 1280x720, or an aspect ratio, such as 16:9, depending on the model.'
complete -c cometapi -n '__cometapi_takes "video create" --resolution' -l resolution -x -a '480p\t 720p\t 1080p\t' -d 'Resolution, such as 720p, if the model supports it.'
complete -c cometapi -n '__cometapi_takes "video create" --aspect-ratio' -l aspect-ratio -x -a '16\\:9\t 9\\:16\t 1\\:1\t' -d 'Aspect ratio, such as 16:9 (Omni models).'
complete -c cometapi -n '__cometapi_takes "video create" ' -l input-reference -r -F -d 'First frame or reference image; the order of several matters. An image at a URL is downloaded without your key and sent as a file.'
complete -c cometapi -n '__cometapi_takes "video create" --video' -l video -r -F -d 'Video to edit (omni-fast-v2v).'
complete -c cometapi -n '__cometapi_takes "video create" ' -l set -x -d 'Set any other field of the request, such as seed=1.'

# video download

# video get

# video remix

# video wait
