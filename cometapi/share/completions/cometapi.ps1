# PowerShell completion for cometapi. Made by `python -m codegen` from spec/. Do not edit.

Register-ArgumentCompleter -Native -CommandName cometapi -ScriptBlock {
    param($current, $tree, $cursor)
    $current = $current -replace '^[''"]', '' # of a quote that is open

    # Every command and what leads to it; where a command takes the names of commands and topics, each of those behind it.
    $phrases = [ordered]@{
        'alias' = 'Short names for models and command lines.'
        'batch' = 'Run many requests from a file, each once.'
        'bria' = 'Make and edit images with Bria.'
        'command' = 'Commands of your own, from YAML files.'
        'completion' = 'Set up tab completion for your shell.'
        'config' = 'Read and change settings.'
        'config profile' = 'Manage profiles, one for each account.'
        'flux' = 'Make images with Flux.'
        'grok' = 'Make and edit videos with Grok Imagine.'
        'history' = 'List conversations and calls kept on this machine.'
        'image' = 'Make images from a prompt.'
        'kling' = 'Make videos with Kling.'
        'mcp' = 'Let agents run commands as tools.'
        'midjourney' = 'Make images with Midjourney.'
        'model' = 'Show one model.'
        'replicate' = 'Run models on Replicate.'
        'response' = 'Read stored answers.'
        'runway' = 'Make videos with Runway.'
        'seedance' = 'Make videos with Seedance.'
        'skill' = 'Teach coding agents to use this program.'
        'suno' = 'Make songs with Suno (older endpoint).'
        'tasks' = 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
        'template' = 'Prompts with a name and parameters.'
        'tokens' = 'List and search your API keys.'
        'video' = 'Make videos and save them.'
        'account' = 'Show your account.'
        'alias list' = 'List your aliases.'
        'alias remove' = 'Remove an alias.'
        'alias set' = 'Store a short name for a model or a command line.'
        'api' = 'Send a request to any endpoint with the right credential.'
        'balance' = 'Show the balance of the account or of the API key.'
        'batch cancel' = 'Stop a running batch.'
        'batch join' = 'Join the rows of a batch with their results.'
        'batch limits' = 'Change the limits of a running batch.'
        'batch list' = 'List the batches that were run on this machine.'
        'batch run' = 'Run a paid command for every row of a file, each row once.'
        'batch status' = 'Show how a batch gets on.'
        'bria create' = 'Make an image with Bria and save it.'
        'bria edit' = 'Edit an image with Bria.'
        'bria get' = 'Show a Bria task.'
        'bria wait' = 'Wait for a Bria task and save the result.'
        'chat' = 'Send a message, or have a conversation.'
        'command add' = 'Add a command of your own from a YAML file.'
        'command check' = 'Check the file of a command, or all of yours.'
        'command import' = 'Make a command for an endpoint of an OpenAPI document.'
        'command list' = 'List your own commands.'
        'command remove' = 'Remove a command of your own.'
        'compare' = 'Ask several models the same, and see their answers side by side.'
        'completion bash' = 'Print the completion script for bash.'
        'completion fish' = 'Print the completion script for fish.'
        'completion install' = 'Install the completion script for your shell.'
        'completion powershell' = 'Print the completion script for PowerShell.'
        'completion zsh' = 'Print the completion script for zsh.'
        'config edit' = 'Edit the config file in your editor, and check it.'
        'config get' = 'Print the value of one setting.'
        'config path' = 'Print the path of the config file.'
        'config profile list' = 'List the profiles and their settings.'
        'config profile remove' = 'Remove a profile and its keys.'
        'config profile show' = 'Show the settings of a profile, and where each comes from.'
        'config profile use' = 'Make a profile the default.'
        'config set' = 'Store one setting in the config file.'
        'config show' = 'Show every setting, where its value comes from and what it overrides.'
        'config unset' = 'Remove one setting from the config file.'
        'doctor' = 'Check settings, network and keys, and suggest fixes.'
        'embed' = 'Create embedding vectors for texts.'
        'exec' = 'Run a coding agent, or any program, through a local gateway.'
        'flux create' = 'Make an image with Flux.'
        'flux get' = 'Show a Flux task.'
        'flux wait' = 'Wait for a Flux task and save the result.'
        'gemini' = 'Ask a Gemini model through its native API.'
        'grok edit' = 'Edit a video with Grok Imagine.'
        'grok get' = 'Show a Grok task.'
        'grok video' = 'Make a video with Grok Imagine.'
        'grok wait' = 'Wait for a Grok task and save the result.'
        'help' = 'Show the help of a command or a topic.'
        'help alias' = 'Short names for models and command lines.'
        'help batch' = 'Running many requests from a file, each once.'
        'help bria' = 'Make and edit images with Bria.'
        'help command' = 'Commands of your own, from YAML files.'
        'help completion' = 'Set up tab completion for your shell.'
        'help config' = 'The config file, its settings, and which value wins.'
        'help config profile' = 'Manage profiles, one for each account.'
        'help flux' = 'Make images with Flux.'
        'help grok' = 'Make and edit videos with Grok Imagine.'
        'help history' = 'List conversations and calls kept on this machine.'
        'help image' = 'Make images from a prompt.'
        'help kling' = 'Make videos with Kling.'
        'help mcp' = 'Let agents run commands as tools.'
        'help midjourney' = 'Make images with Midjourney.'
        'help model' = 'Show one model.'
        'help replicate' = 'Run models on Replicate.'
        'help response' = 'Read stored answers.'
        'help runway' = 'Make videos with Runway.'
        'help seedance' = 'Make videos with Seedance.'
        'help skill' = 'Teach coding agents to use this program.'
        'help suno' = 'Make songs with Suno (older endpoint).'
        'help tasks' = 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
        'help template' = 'Prompts with a name and parameters.'
        'help tokens' = 'List and search your API keys.'
        'help video' = 'Starting videos and other tasks, and waiting for the results.'
        'help account' = 'Show your account.'
        'help agents' = 'Run coding agents with a cap, and let agents use this program.'
        'help alias list' = 'List your aliases.'
        'help alias remove' = 'Remove an alias.'
        'help alias set' = 'Store a short name for a model or a command line.'
        'help api' = 'Send a request to any endpoint with the right credential.'
        'help audio' = 'Text to speech, and speech to text or subtitles.'
        'help authentication' = 'The two credentials and what each is for.'
        'help balance' = 'Show the balance of the account or of the API key.'
        'help batch cancel' = 'Stop a running batch.'
        'help batch join' = 'Join the rows of a batch with their results.'
        'help batch limits' = 'Change the limits of a running batch.'
        'help batch list' = 'List the batches that were run on this machine.'
        'help batch run' = 'Run a paid command for every row of a file, each row once.'
        'help batch status' = 'Show how a batch gets on.'
        'help batch-clusters' = 'Batches on several machines: Slurm, Kubernetes, Dask and others.'
        'help bria create' = 'Make an image with Bria and save it.'
        'help bria edit' = 'Edit an image with Bria.'
        'help bria get' = 'Show a Bria task.'
        'help bria wait' = 'Wait for a Bria task and save the result.'
        'help budgets' = 'Caps on what calls may cost.'
        'help chat' = 'Send a message, or have a conversation.'
        'help command add' = 'Add a command of your own from a YAML file.'
        'help command check' = 'Check the file of a command, or all of yours.'
        'help command import' = 'Make a command for an endpoint of an OpenAPI document.'
        'help command list' = 'List your own commands.'
        'help command remove' = 'Remove a command of your own.'
        'help compare' = 'Ask several models the same, and see their answers side by side.'
        'help comparing' = 'Several models side by side, tested and judged.'
        'help completion bash' = 'Print the completion script for bash.'
        'help completion fish' = 'Print the completion script for fish.'
        'help completion install' = 'Install the completion script for your shell.'
        'help completion powershell' = 'Print the completion script for PowerShell.'
        'help completion zsh' = 'Print the completion script for zsh.'
        'help config edit' = 'Edit the config file in your editor, and check it.'
        'help config get' = 'Print the value of one setting.'
        'help config path' = 'Print the path of the config file.'
        'help config profile list' = 'List the profiles and their settings.'
        'help config profile remove' = 'Remove a profile and its keys.'
        'help config profile show' = 'Show the settings of a profile, and where each comes from.'
        'help config profile use' = 'Make a profile the default.'
        'help config set' = 'Store one setting in the config file.'
        'help config show' = 'Show every setting, where its value comes from and what it overrides.'
        'help config unset' = 'Remove one setting from the config file.'
        'help context' = 'Files, folders and web pages as context for a model.'
        'help conversation' = 'Commands and keys inside a conversation.'
        'help doctor' = 'Check settings, network and keys, and suggest fixes.'
        'help embed' = 'Create embedding vectors for texts.'
        'help embeddings' = 'Embedding vectors of texts, and similarity search.'
        'help environment' = 'Environment variables that the program reads.'
        'help estimates' = 'What calls will probably cost, and did cost.'
        'help exec' = 'Run a coding agent, or any program, through a local gateway.'
        'help exit-codes' = 'What each exit code means.'
        'help families' = 'Images, videos and music with the providers'' own endpoints.'
        'help flux create' = 'Make an image with Flux.'
        'help flux get' = 'Show a Flux task.'
        'help flux wait' = 'Wait for a Flux task and save the result.'
        'help formats' = 'The output formats.'
        'help gemini' = 'Ask a Gemini model through its native API.'
        'help grok edit' = 'Edit a video with Grok Imagine.'
        'help grok get' = 'Show a Grok task.'
        'help grok video' = 'Make a video with Grok Imagine.'
        'help grok wait' = 'Wait for a Grok task and save the result.'
        'help guide-agents' = 'Use the program from a coding agent, or any other program.'
        'help guide-batch' = 'Run a prompt for every row of a file, each row once.'
        'help guide-budgets' = 'Know what calls cost, and set a limit.'
        'help guide-first-call' = 'From nothing to a first answer: the sandbox, then your key.'
        'help guide-history' = 'Find, continue, export and delete conversations.'
        'help guide-media' = 'Make an image, a video and speech, and save them.'
        'help guide-scripting' = 'Use answers in a shell script, and handle failures.'
        'help guide-structured' = 'Get answers as JSON that matches a schema.'
        'help guide-tools' = 'Let a model call a program of yours.'
        'help guides' = 'Walks from a task to its result, step by step.'
        'help help' = 'Show the help of a command or a topic.'
        'help history cost' = 'Sum up the cost of the calls in the history.'
        'help history delete' = 'Delete conversations.'
        'help history export' = 'Print all conversations as JSON, one on each line.'
        'help history prune' = 'Delete old conversations.'
        'help history reconcile' = 'Compare estimated costs with what was charged.'
        'help history search' = 'Search messages and answers.'
        'help history show' = 'Show a conversation.'
        'help history unfinished' = 'List calls that got no answer.'
        'help image edit' = 'Edit images with a prompt.'
        'help images' = 'Making and editing images, and what each model supports.'
        'help init' = 'Set up your keys, default model and output format.'
        'help kling get' = 'Show a Kling task.'
        'help kling image2video' = 'Make a video from an image with Kling.'
        'help kling text2video' = 'Make a video from a prompt with Kling.'
        'help kling wait' = 'Wait for a Kling task and save the result.'
        'help logs' = 'Browse usage logs.'
        'help mcp serve' = 'Let an agent run commands as tools, over the Model Context Protocol.'
        'help messages' = 'Ask a Claude model through Anthropic''s Messages API.'
        'help midjourney action' = 'Upscale, vary or redo images of a Midjourney task.'
        'help midjourney blend' = 'Blend two to five images into one with Midjourney.'
        'help midjourney describe' = 'Describe an image as prompts with Midjourney.'
        'help midjourney edit' = 'Edit an image with Midjourney.'
        'help midjourney get' = 'Show a Midjourney task.'
        'help midjourney imagine' = 'Make images from a prompt with Midjourney.'
        'help midjourney modal' = 'Give a Midjourney task the input it is waiting for.'
        'help midjourney video' = 'Make a video from an image with Midjourney.'
        'help midjourney wait' = 'Wait for a Midjourney task and save the result.'
        'help model info' = 'Show a model''s details from the catalog.'
        'help models' = 'List and search the models of the catalog.'
        'help network' = 'Timeouts, retries, proxies and certificates.'
        'help options' = 'Options that most commands share.'
        'help own-commands' = 'Commands of your own, from YAML files.'
        'help past' = 'Conversations with models that are kept on this machine.'
        'help privacy' = 'What is kept on this machine, where, how long, and how to remove it.'
        'help repl' = 'Run commands interactively, without the program''s name.'
        'help replicate create' = 'Run a model on Replicate.'
        'help replicate get' = 'Show a Replicate task.'
        'help replicate wait' = 'Wait for a Replicate task and save the result.'
        'help response get' = 'Fetch a stored answer from the Responses API.'
        'help responses' = 'Ask a model through the Responses API.'
        'help run' = 'Send one request to a model in any of the four protocols.'
        'help runway get' = 'Show a Runway task.'
        'help runway image2video' = 'Make a video from an image with Runway.'
        'help runway wait' = 'Wait for a Runway task and save the result.'
        'help sandbox' = 'Run a local server that answers from sample data.'
        'help schema' = 'What programs and agents can read about every command.'
        'help scripting' = 'What scripts and CI can rely on.'
        'help seedance create' = 'Make a video with Seedance.'
        'help seedance get' = 'Show a Seedance task.'
        'help seedance wait' = 'Wait for a Seedance task and save the result.'
        'help serve' = 'A local gateway for other programs, with a budget.'
        'help similar' = 'Find the texts most similar to a text, by their vectors.'
        'help skill install' = 'Install a skill, so that a coding agent knows this program.'
        'help skill remove' = 'Remove the skill that was installed for a coding agent.'
        'help skill show' = 'Print the index of the skill for coding agents.'
        'help speech' = 'Turn text into speech.'
        'help stats' = 'Show the usage of the current month.'
        'help streaming' = 'How answers arrive, and when an answer is complete.'
        'help structured' = 'Answers in JSON that follow a schema.'
        'help suno create' = 'Make a song with Suno (older endpoint).'
        'help suno get' = 'Show a Suno task.'
        'help suno wait' = 'Wait for a Suno task and save the result.'
        'help tasks adopt' = 'Find the task of a request whose reply was lost.'
        'help tasks get' = 'Show one task.'
        'help tasks unfinished' = 'List unfinished tasks started on this machine.'
        'help tasks wait' = 'Wait until one task is done, and print its result.'
        'help template edit' = 'Edit a template in your editor, and check it.'
        'help template list' = 'List your templates.'
        'help template save' = 'Save the options and the message of a call as a template.'
        'help template show' = 'Show a template.'
        'help templates' = 'Prompts with a name, and short names for models and commands.'
        'help tokens create' = 'Create an API key.'
        'help tokens delete' = 'Delete an API key.'
        'help tokens get' = 'Show one API key.'
        'help tokens update' = 'Change an API key.'
        'help tools' = 'Let a model call programs on this machine.'
        'help transcribe' = 'Turn speech into text or subtitles.'
        'help video content' = 'Fetch a video or its thumbnail from the service.'
        'help video create' = 'Make a video from a prompt and optional images.'
        'help video download' = 'Download a finished video.'
        'help video get' = 'Show the status of a video.'
        'help video list' = 'List videos started on this machine.'
        'help video remix' = 'Remix a Sora video with a new prompt.'
        'help video wait' = 'Wait for a video and save it.'
        'history cost' = 'Sum up the cost of the calls in the history.'
        'history delete' = 'Delete conversations.'
        'history export' = 'Print all conversations as JSON, one on each line.'
        'history prune' = 'Delete old conversations.'
        'history reconcile' = 'Compare estimated costs with what was charged.'
        'history search' = 'Search messages and answers.'
        'history show' = 'Show a conversation.'
        'history unfinished' = 'List calls that got no answer.'
        'image edit' = 'Edit images with a prompt.'
        'init' = 'Set up your keys, default model and output format.'
        'kling get' = 'Show a Kling task.'
        'kling image2video' = 'Make a video from an image with Kling.'
        'kling text2video' = 'Make a video from a prompt with Kling.'
        'kling wait' = 'Wait for a Kling task and save the result.'
        'logs' = 'Browse usage logs.'
        'mcp serve' = 'Let an agent run commands as tools, over the Model Context Protocol.'
        'messages' = 'Ask a Claude model through Anthropic''s Messages API.'
        'midjourney action' = 'Upscale, vary or redo images of a Midjourney task.'
        'midjourney blend' = 'Blend two to five images into one with Midjourney.'
        'midjourney describe' = 'Describe an image as prompts with Midjourney.'
        'midjourney edit' = 'Edit an image with Midjourney.'
        'midjourney get' = 'Show a Midjourney task.'
        'midjourney imagine' = 'Make images from a prompt with Midjourney.'
        'midjourney modal' = 'Give a Midjourney task the input it is waiting for.'
        'midjourney video' = 'Make a video from an image with Midjourney.'
        'midjourney wait' = 'Wait for a Midjourney task and save the result.'
        'model info' = 'Show a model''s details from the catalog.'
        'models' = 'List and search the models of the catalog.'
        'repl' = 'Run commands interactively, without the program''s name.'
        'replicate create' = 'Run a model on Replicate.'
        'replicate get' = 'Show a Replicate task.'
        'replicate wait' = 'Wait for a Replicate task and save the result.'
        'response get' = 'Fetch a stored answer from the Responses API.'
        'responses' = 'Ask a model through the Responses API.'
        'run' = 'Send one request to a model in any of the four protocols.'
        'runway get' = 'Show a Runway task.'
        'runway image2video' = 'Make a video from an image with Runway.'
        'runway wait' = 'Wait for a Runway task and save the result.'
        'sandbox' = 'Run a local server that answers from sample data.'
        'schema' = 'Print the commands and their options as JSON, for programs and agents.'
        'schema alias' = 'Short names for models and command lines.'
        'schema batch' = 'Run many requests from a file, each once.'
        'schema bria' = 'Make and edit images with Bria.'
        'schema command' = 'Commands of your own, from YAML files.'
        'schema completion' = 'Set up tab completion for your shell.'
        'schema config' = 'Read and change settings.'
        'schema config profile' = 'Manage profiles, one for each account.'
        'schema flux' = 'Make images with Flux.'
        'schema grok' = 'Make and edit videos with Grok Imagine.'
        'schema history' = 'List conversations and calls kept on this machine.'
        'schema image' = 'Make images from a prompt.'
        'schema kling' = 'Make videos with Kling.'
        'schema mcp' = 'Let agents run commands as tools.'
        'schema midjourney' = 'Make images with Midjourney.'
        'schema model' = 'Show one model.'
        'schema replicate' = 'Run models on Replicate.'
        'schema response' = 'Read stored answers.'
        'schema runway' = 'Make videos with Runway.'
        'schema seedance' = 'Make videos with Seedance.'
        'schema skill' = 'Teach coding agents to use this program.'
        'schema suno' = 'Make songs with Suno (older endpoint).'
        'schema tasks' = 'List asynchronous tasks such as Suno, Midjourney, Luma or Kling.'
        'schema template' = 'Prompts with a name and parameters.'
        'schema tokens' = 'List and search your API keys.'
        'schema video' = 'Make videos and save them.'
        'schema account' = 'Show your account.'
        'schema alias list' = 'List your aliases.'
        'schema alias remove' = 'Remove an alias.'
        'schema alias set' = 'Store a short name for a model or a command line.'
        'schema api' = 'Send a request to any endpoint with the right credential.'
        'schema balance' = 'Show the balance of the account or of the API key.'
        'schema batch cancel' = 'Stop a running batch.'
        'schema batch join' = 'Join the rows of a batch with their results.'
        'schema batch limits' = 'Change the limits of a running batch.'
        'schema batch list' = 'List the batches that were run on this machine.'
        'schema batch run' = 'Run a paid command for every row of a file, each row once.'
        'schema batch status' = 'Show how a batch gets on.'
        'schema bria create' = 'Make an image with Bria and save it.'
        'schema bria edit' = 'Edit an image with Bria.'
        'schema bria get' = 'Show a Bria task.'
        'schema bria wait' = 'Wait for a Bria task and save the result.'
        'schema chat' = 'Send a message, or have a conversation.'
        'schema command add' = 'Add a command of your own from a YAML file.'
        'schema command check' = 'Check the file of a command, or all of yours.'
        'schema command import' = 'Make a command for an endpoint of an OpenAPI document.'
        'schema command list' = 'List your own commands.'
        'schema command remove' = 'Remove a command of your own.'
        'schema compare' = 'Ask several models the same, and see their answers side by side.'
        'schema completion bash' = 'Print the completion script for bash.'
        'schema completion fish' = 'Print the completion script for fish.'
        'schema completion install' = 'Install the completion script for your shell.'
        'schema completion powershell' = 'Print the completion script for PowerShell.'
        'schema completion zsh' = 'Print the completion script for zsh.'
        'schema config edit' = 'Edit the config file in your editor, and check it.'
        'schema config get' = 'Print the value of one setting.'
        'schema config path' = 'Print the path of the config file.'
        'schema config profile list' = 'List the profiles and their settings.'
        'schema config profile remove' = 'Remove a profile and its keys.'
        'schema config profile show' = 'Show the settings of a profile, and where each comes from.'
        'schema config profile use' = 'Make a profile the default.'
        'schema config set' = 'Store one setting in the config file.'
        'schema config show' = 'Show every setting, where its value comes from and what it overrides.'
        'schema config unset' = 'Remove one setting from the config file.'
        'schema doctor' = 'Check settings, network and keys, and suggest fixes.'
        'schema embed' = 'Create embedding vectors for texts.'
        'schema exec' = 'Run a coding agent, or any program, through a local gateway.'
        'schema flux create' = 'Make an image with Flux.'
        'schema flux get' = 'Show a Flux task.'
        'schema flux wait' = 'Wait for a Flux task and save the result.'
        'schema gemini' = 'Ask a Gemini model through its native API.'
        'schema grok edit' = 'Edit a video with Grok Imagine.'
        'schema grok get' = 'Show a Grok task.'
        'schema grok video' = 'Make a video with Grok Imagine.'
        'schema grok wait' = 'Wait for a Grok task and save the result.'
        'schema help' = 'Show the help of a command or a topic.'
        'schema history cost' = 'Sum up the cost of the calls in the history.'
        'schema history delete' = 'Delete conversations.'
        'schema history export' = 'Print all conversations as JSON, one on each line.'
        'schema history prune' = 'Delete old conversations.'
        'schema history reconcile' = 'Compare estimated costs with what was charged.'
        'schema history search' = 'Search messages and answers.'
        'schema history show' = 'Show a conversation.'
        'schema history unfinished' = 'List calls that got no answer.'
        'schema image edit' = 'Edit images with a prompt.'
        'schema init' = 'Set up your keys, default model and output format.'
        'schema kling get' = 'Show a Kling task.'
        'schema kling image2video' = 'Make a video from an image with Kling.'
        'schema kling text2video' = 'Make a video from a prompt with Kling.'
        'schema kling wait' = 'Wait for a Kling task and save the result.'
        'schema logs' = 'Browse usage logs.'
        'schema mcp serve' = 'Let an agent run commands as tools, over the Model Context Protocol.'
        'schema messages' = 'Ask a Claude model through Anthropic''s Messages API.'
        'schema midjourney action' = 'Upscale, vary or redo images of a Midjourney task.'
        'schema midjourney blend' = 'Blend two to five images into one with Midjourney.'
        'schema midjourney describe' = 'Describe an image as prompts with Midjourney.'
        'schema midjourney edit' = 'Edit an image with Midjourney.'
        'schema midjourney get' = 'Show a Midjourney task.'
        'schema midjourney imagine' = 'Make images from a prompt with Midjourney.'
        'schema midjourney modal' = 'Give a Midjourney task the input it is waiting for.'
        'schema midjourney video' = 'Make a video from an image with Midjourney.'
        'schema midjourney wait' = 'Wait for a Midjourney task and save the result.'
        'schema model info' = 'Show a model''s details from the catalog.'
        'schema models' = 'List and search the models of the catalog.'
        'schema repl' = 'Run commands interactively, without the program''s name.'
        'schema replicate create' = 'Run a model on Replicate.'
        'schema replicate get' = 'Show a Replicate task.'
        'schema replicate wait' = 'Wait for a Replicate task and save the result.'
        'schema response get' = 'Fetch a stored answer from the Responses API.'
        'schema responses' = 'Ask a model through the Responses API.'
        'schema run' = 'Send one request to a model in any of the four protocols.'
        'schema runway get' = 'Show a Runway task.'
        'schema runway image2video' = 'Make a video from an image with Runway.'
        'schema runway wait' = 'Wait for a Runway task and save the result.'
        'schema sandbox' = 'Run a local server that answers from sample data.'
        'schema schema' = 'Print the commands and their options as JSON, for programs and agents.'
        'schema seedance create' = 'Make a video with Seedance.'
        'schema seedance get' = 'Show a Seedance task.'
        'schema seedance wait' = 'Wait for a Seedance task and save the result.'
        'schema serve' = 'Let other programs use your key through a local gateway.'
        'schema similar' = 'Find the texts most similar to a text, by their vectors.'
        'schema skill install' = 'Install a skill, so that a coding agent knows this program.'
        'schema skill remove' = 'Remove the skill that was installed for a coding agent.'
        'schema skill show' = 'Print the index of the skill for coding agents.'
        'schema speech' = 'Turn text into speech.'
        'schema stats' = 'Show the usage of the current month.'
        'schema suno create' = 'Make a song with Suno (older endpoint).'
        'schema suno get' = 'Show a Suno task.'
        'schema suno wait' = 'Wait for a Suno task and save the result.'
        'schema tasks adopt' = 'Find the task of a request whose reply was lost.'
        'schema tasks get' = 'Show one task.'
        'schema tasks unfinished' = 'List unfinished tasks started on this machine.'
        'schema tasks wait' = 'Wait until one task is done, and print its result.'
        'schema template edit' = 'Edit a template in your editor, and check it.'
        'schema template list' = 'List your templates.'
        'schema template save' = 'Save the options and the message of a call as a template.'
        'schema template show' = 'Show a template.'
        'schema tokens create' = 'Create an API key.'
        'schema tokens delete' = 'Delete an API key.'
        'schema tokens get' = 'Show one API key.'
        'schema tokens update' = 'Change an API key.'
        'schema transcribe' = 'Turn speech into text or subtitles.'
        'schema video content' = 'Fetch a video or its thumbnail from the service.'
        'schema video create' = 'Make a video from a prompt and optional images.'
        'schema video download' = 'Download a finished video.'
        'schema video get' = 'Show the status of a video.'
        'schema video list' = 'List videos started on this machine.'
        'schema video remix' = 'Remix a Sora video with a new prompt.'
        'schema video wait' = 'Wait for a video and save it.'
        'seedance create' = 'Make a video with Seedance.'
        'seedance get' = 'Show a Seedance task.'
        'seedance wait' = 'Wait for a Seedance task and save the result.'
        'serve' = 'Let other programs use your key through a local gateway.'
        'similar' = 'Find the texts most similar to a text, by their vectors.'
        'skill install' = 'Install a skill, so that a coding agent knows this program.'
        'skill remove' = 'Remove the skill that was installed for a coding agent.'
        'skill show' = 'Print the index of the skill for coding agents.'
        'speech' = 'Turn text into speech.'
        'stats' = 'Show the usage of the current month.'
        'suno create' = 'Make a song with Suno (older endpoint).'
        'suno get' = 'Show a Suno task.'
        'suno wait' = 'Wait for a Suno task and save the result.'
        'tasks adopt' = 'Find the task of a request whose reply was lost.'
        'tasks get' = 'Show one task.'
        'tasks unfinished' = 'List unfinished tasks started on this machine.'
        'tasks wait' = 'Wait until one task is done, and print its result.'
        'template edit' = 'Edit a template in your editor, and check it.'
        'template list' = 'List your templates.'
        'template save' = 'Save the options and the message of a call as a template.'
        'template show' = 'Show a template.'
        'tokens create' = 'Create an API key.'
        'tokens delete' = 'Delete an API key.'
        'tokens get' = 'Show one API key.'
        'tokens update' = 'Change an API key.'
        'transcribe' = 'Turn speech into text or subtitles.'
        'video content' = 'Fetch a video or its thumbnail from the service.'
        'video create' = 'Make a video from a prompt and optional images.'
        'video download' = 'Download a finished video.'
        'video get' = 'Show the status of a video.'
        'video list' = 'List videos started on this machine.'
        'video remix' = 'Remix a Sora video with a new prompt.'
        'video wait' = 'Wait for a video and save it.'
    }

    # What a command takes, one argument a line: its flags (a positional has none); its value: words, @ and the name of
    # a kept list, $ and what every program has, * for anything, - for none, a comma before what may be several,
    # = before what only follows one, + and the name of a kept list before words beside it; the flags after which it is
    # impossible; its help.
    $takes = @{
        'account' = @(
        )
        'alias list' = @(
        )
        'alias remove' = @(
            ';@aliases;;Name of the alias.'
        )
        'alias set' = @(
            ';@aliases;;Name of the alias.'
            ';@models;;A model, or a command line in quotes.'
        )
        'api' = @(
            ';GET POST PUT PATCH DELETE /v1/models /v1/chat/completions /v1/responses /v1/videos /v1/messages /v1/embeddings /v1/audio/speech /v1/audio/transcriptions /v1/audio/translations /v1/images/generations /v1/images/edits /bria/text-to-image /flux/v1/get_result /grok/v1/videos/generations /grok/v1/videos/edits /kling/v1/videos/text2video /kling/v1/videos/image2video /mj/submit/imagine /mj/submit/action /mj/submit/blend /mj/submit/describe /mj/submit/modal /mj/submit/edits /mj/submit/video /runwayml/v1/image_to_video /volc/v3/contents/generations/tasks /suno/submit/music /api/models /api/user/self /api/user/self/stats /api/log/self /api/log/self/export /api/task/self /api/token/ /api/token/search /api/usage/token;;HTTP method. Default: GET, or POST with fields or a body.'
            ';/v1/models /v1/chat/completions /v1/responses /v1/videos /v1/messages /v1/embeddings /v1/audio/speech /v1/audio/transcriptions /v1/audio/translations /v1/images/generations /v1/images/edits /bria/text-to-image /flux/v1/get_result /grok/v1/videos/generations /grok/v1/videos/edits /kling/v1/videos/text2video /kling/v1/videos/image2video /mj/submit/imagine /mj/submit/action /mj/submit/blend /mj/submit/describe /mj/submit/modal /mj/submit/edits /mj/submit/video /runwayml/v1/image_to_video /volc/v3/contents/generations/tasks /suno/submit/music /api/models /api/user/self /api/user/self/stats /api/log/self /api/log/self/export /api/task/self /api/token/ /api/token/search /api/usage/token;;Path of the endpoint, such as /v1/models or /api/user/self.'
            '--set;*;;A field of the query or the body; the value is JSON or text.'
            '--body;$files;--body;Start from this JSON body.'
            '--header;*;;Add a header.'
            '--paginate;-;--paginate --raw;Fetch every page of a list and print its items, one JSON object per line; as one list with --format, --fields or --query.'
            '--format -f;table json jsonl yaml csv markdown;--format -f --json --raw;How to print the reply; the default is JSON, and plain text for a single string.'
        )
        'balance' = @(
            '--source -s;account key token;--source -s;The whole account, or the API key; token is another word for key.'
        )
        'batch cancel' = @(
            ';$files;;File of the batch''s results.'
        )
        'batch join' = @(
            ';$files;;File of rows that batch run was given.'
            ';$files;...;Results of the batch, or of each of its parts.'
            '--input-format;openai anthropic jsonl csv tsv text;--input-format;What the rows are; by default the file''s name and first row tell.'
            '--id;*;--id;Column with the ID of each row, as batch run was told.'
        )
        'batch limits' = @(
            ';$files;;File of the batch''s results.'
        )
        'batch list' = @(
        )
        'batch run' = @(
            ';$files;;File of rows; - means stdin.'
            ';*;...;What to run for each row, such as: -- chat -m gpt-5.4 ''Translate: {text}''. Lines of text go to chat without it.'
            '--output -o;$files;--output -o;File of results, one JSON object per line; results that are there are kept.'
            '--template;@templates;--template;Fill this template with the columns of each row (see help templates).'
            '--input-format;openai anthropic jsonl csv tsv text;--input-format;What the rows are; by default the file''s name and first row tell.'
            '--id;*;--id;Column with the ID of each row; without one, its content is hashed.'
            '--order;completion input;--order;Order of the results.'
            '--shard;*;--shard;Run one of N parts of the rows: 1/3, auto in a Slurm array, or auto/N in a Kubernetes job (see help batch).'
            '--engine;local dask;--engine;Where requests are sent from: this machine, or the workers of a Dask cluster, which use their own key (see help batch-clusters).'
            '--scheduler;*;--engine=local --scheduler;Address of the Dask scheduler, such as tcp://127.0.0.1:8786.'
            '--retry-errors;-;--retry-errors;Run rows again that failed.'
            '--resend-unknown;-;--resend-unknown;Run rows again whose request may have been answered and charged, though no result is here.'
            '--rerun;changed;--rerun;With changed: run rows again that have an answer to another request.'
            '--max-errors;*;--max-errors;Stop when more than N rows have failed.'
            '--format -f;table json jsonl yaml csv markdown;--format -f --json;Output format of the estimate.'
            '--json;-;--format -f --json;Print the estimate as JSON; short for --format json.'
            '--strict;-;--strict;Count a row as failed if there would be a note about its answer.'
        )
        'batch status' = @(
            ';$files;;File of the batch''s results.'
        )
        'bria create' = @(
            ';*;;Description of the image, in English; read from stdin if omitted.'
            '--num-results -n;*;--num-results -n;Number of images.'
            '--aspect-ratio;1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9;--aspect-ratio;Aspect ratio, such as 16:9.'
            '--medium;photography art;--medium;Kind of image: photography or art.'
        )
        'bria edit' = @(
            ';erase gen_fill expand enhance increase_resolution replace_background;;Edit to make.'
            ';$files;;Image to edit: JPEG, PNG or WebP, at most 12 MB.'
            ';*;;Description of the new content.'
            '--mask;$files;--mask;Mask image; white areas are edited.'
            '--num-results -n;*;--num-results -n;Number of images.'
        )
        'bria get' = @(
            ';*;;ID of the task.'
        )
        'bria wait' = @(
            ';*;;ID of the task.'
        )
        'chat' = @(
            ';*;;What to say; read from a pipe when left out. On a terminal without either, a conversation begins.'
            '--model -m;@models;--model -m;Model that answers.'
            '--system -s;*;--system -s;Instruction placed before the message.'
            '--developer;*;--developer;Instruction for newer models (o1 and later), instead of --system.'
            '--messages;$files;--messages --continue -c;Messages placed before the message: a JSON list, or a conversation that /save or history show --json wrote.'
            '--tool-result;*;;The result of a tool that the model called, after --messages with that call.'
            '--message;*;;Add a message with this role.'
            '--temperature -t;*;--temperature -t;Sampling temperature: lower is more focused, higher more varied.'
            '--top-p;*;--top-p;Nucleus sampling; change this or the temperature, not both.'
            '--max-tokens;*;--max-tokens;Maximum output tokens.'
            '--max-completion-tokens;*;--max-completion-tokens;Maximum output tokens, reasoning included; for GPT-4.1, GPT-5 and o-series models.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer as it arrives; the default with table and markdown.'
            '--n;*;--n;Number of answers to generate.'
            '--stop;*;;Stop generating at this text.'
            '--seed;*;--seed;Seed for reproducible sampling.'
            '--presence-penalty;*;--presence-penalty;Penalty for words that already appear in the text.'
            '--frequency-penalty;*;--frequency-penalty;Penalty for words, growing with how often they appear.'
            '--logit-bias;*;--logit-bias;Token IDs and their bias (-100 to 100) as a JSON object.'
            '--logprobs;-;--logprobs;Return log probabilities; see them with --json.'
            '--top-logprobs;*;--top-logprobs;Number of most likely tokens to return at each position.'
            '--reasoning-effort;low medium high;--reasoning-effort;Reasoning effort of o-series and GPT-5.1+ models.'
            '--service-tier;auto default flex priority;--service-tier;Service tier.'
            '--user;*;--user;Your ID for the end user.'
            '--response-format;text json_object json_schema;--response-format;Kind of answer; json_schema comes with --schema.'
            '--schema;$files;--schema --schema-multi;Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as ''name, age int, tags [str]''.'
            '--schema-multi;$files;--schema --schema-multi;Answer with a JSON list of what this schema describes.'
            '--tools;$files;--tools;JSON file with the list of functions that the model may call.'
            '--tool-choice;*;--tool-choice;auto, none, required, or the one function to call.'
            '--image;$files;;Attach an image.'
            '--detail;low high auto;--detail;Image detail.'
            '--audio;$files;;Attach an audio file.'
            '--stream-options;*;--stream-options;Stream options as a JSON object.'
        )
        'command add' = @(
            ';$files;;File of the command; a file in the config folder is only trusted.'
            '--digest;*;--digest;Agree without a prompt, if the file and its samples have this digest (16 digits or more), as the refusal of an untrusted command says it.'
            '--force;-;--force;Replace a command of the same name.'
        )
        'command check' = @(
            ';$files;;File to check; without it, every file in the config folder.'
        )
        'command import' = @(
            ';$files;;File with the OpenAPI document; - reads a pipe.'
            ';*;;Path as the document has it, such as /pets/{petId}.'
            ';GET POST PUT PATCH DELETE;;Method of the endpoint.'
            '--name;*;--name;Words of the command, such as "pets list"; by default the service''s and those of the operation''s ID.'
            '--service;*;--service;Name of the service, which its settings begin with; by default from the title of the document.'
            '--url;*;--url;URL of the service, where the document has none, a relative one, or another.'
            '--output -o;$files;--output -o --add;Write the command to this file, or into this folder, and its sample beside it; by default it is printed.'
            '--add;-;--output -o --add;Add the command, after a prompt that says what it may do.'
            '--force;-;--force;Replace files that exist.'
        )
        'command list' = @(
        )
        'command remove' = @(
            ';$own_commands;...;Words of the command, as listed by cometapi command list.'
        )
        'compare' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;;Model to ask; give it several times.'
            '--system -s;*;--system -s;Instruction placed before the message.'
            '--image;$files;;Attach an image.'
            '--file -F;$files;;Attach a document, as the models'' own commands take it.'
            '--max-tokens;*;--max-tokens;Maximum output tokens of each model.'
            '--temperature -t;*;--temperature -t;Sampling temperature: lower is more focused, higher more varied.'
            '--schema;$files;--schema;Answers in JSON that match this schema: a file, JSON, or fields such as ''name, age int''.'
            '--expect;*;;What each answer has to hold: a regular expression, json:EXPR (JMESPath) or schema:SCHEMA (see help comparing).'
            '--judge;@models;--judge;Model that ranks the answers with reasons, without knowing whose they are.'
        )
        'completion bash' = @(
        )
        'completion fish' = @(
        )
        'completion install' = @(
            ';bash zsh fish powershell;;Shell to install for. Default: your login shell.'
        )
        'completion powershell' = @(
        )
        'completion zsh' = @(
        )
        'config edit' = @(
        )
        'config get' = @(
            ';+own-settings profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model video_model output_format timeout plain history history_max_age history_max_size max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key;;Name of the setting.'
        )
        'config path' = @(
        )
        'config profile list' = @(
        )
        'config profile remove' = @(
            ';$profiles;;Name of the profile.'
        )
        'config profile show' = @(
            ';$profiles;;Profile to show. Default: the one in use.'
        )
        'config profile use' = @(
            ';$profiles;;Name of the profile.'
        )
        'config set' = @(
            ';+own-settings profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model video_model output_format timeout plain history history_max_age history_max_size max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key;;Name of the setting.'
            ';$values;;The new value, or - to read it from a pipe. Without it you are prompted.'
        )
        'config show' = @(
        )
        'config unset' = @(
            ';+own-settings profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model video_model output_format timeout plain history history_max_age history_max_size max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key;;Name of the setting.'
        )
        'doctor' = @(
        )
        'embed' = @(
            ';*;...;Texts to embed; each line of stdin is one text.'
            '--model -m;@models;--model -m;Embedding model.'
            '--lines;$files;--lines --jsonl;File with one text per line; - means stdin.'
            '--jsonl;$files;--lines --jsonl;JSON Lines file; --field names the text in each object.'
            '--field;*;--field;Field of each JSON object that contains the text.'
            '--dimensions;*;--dimensions;Number of dimensions of the vectors (text-embedding-3 models).'
        )
        'exec' = @(
            ';*;...;The program and its arguments, such as: -- claude -p ''Fix the tests''.'
            '--as;aider amp any claude codex copilot cursor droid gemini goose opencode qwen;--as;Treat the program as this agent, whatever its name; any means none of them.'
            '--model -m;@models;--model -m;Model that the agent uses; without it most agents use their own default.'
            '--models;,@models;--models;Serve only these models; * and ? stand for any text and any character.'
            '--record;$files;--record --replay;Add every request and its reply to FILE, one JSON object per line, without credentials.'
            '--replay;$files;--record --replay;Answer from a recording and send nothing; a request that is not in it is refused.'
            '--dry-run;-;--dry-run;Print what would be set and run, with the token masked, instead of doing it.'
        )
        'flux create' = @(
            ';*;;Description of the image; read from stdin if omitted.'
            '--model -m;@models;--model -m;Image model.'
            '--width;*;--width;Width in pixels, a multiple of 32.'
            '--height;*;--height;Height in pixels, a multiple of 32.'
            '--seed;*;--seed;Seed for a reproducible result.'
            '--guidance;*;--guidance;How closely to follow the prompt.'
            '--safety-tolerance;*;--safety-tolerance;Moderation level, from 0 (strictest) to 6 (most permissive).'
            '--output-format;jpeg png;--output-format;Image format.'
        )
        'flux get' = @(
            ';*;;ID of the task.'
        )
        'flux wait' = @(
            ';*;;ID of the task.'
        )
        'gemini' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;--model -m;Model that answers.'
            '--messages;$files;--messages --continue -c;Messages placed before the prompt: a JSON list, or a conversation that /save or history show --json wrote.'
            '--image;$files;;Attach an image.'
            '--audio;$files;;Attach an audio file.'
            '--video;$files;;Attach a video.'
            '--system -s;*;--system -s;Instruction for the whole conversation.'
            '--temperature -t;*;--temperature -t;Sampling temperature: lower is more focused, higher more varied.'
            '--top-p;*;--top-p;Nucleus sampling.'
            '--top-k;*;--top-k;Sample from the N most likely tokens.'
            '--max-tokens;*;--max-tokens;Maximum output tokens.'
            '--candidates;*;--candidates;Number of answers to generate.'
            '--stop;*;;Stop generating at this text.'
            '--seed;*;--seed;Seed for reproducible sampling.'
            '--thinking-level;minimal low medium high;--thinking-level --thinking-budget;Thinking level of Gemini 3 models.'
            '--thinking-budget;*;--thinking-level --thinking-budget;Tokens that Gemini 2.5 models may think; 0 turns it off, -1 lets the model choose.'
            '--include-thoughts;-;--include-thoughts;Return summaries of the model''s thoughts as reasoning.'
            '--search;-;--search;Let the model search the web with Google.'
            '--maps;-;--maps;Let the model use Google Maps.'
            '--code-execution;-;--code-execution;Let the model run code.'
            '--lat-lng;*;--lat-lng;Location for --maps.'
            '--json-mode;-;--json-mode --schema --schema-multi;Answer in JSON.'
            '--schema;$files;--json-mode --schema --schema-multi;Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as ''name, age int, tags [str]''.'
            '--schema-multi;$files;--json-mode --schema --schema-multi;Answer with a JSON list of what this schema describes.'
            '--modality;text image;;What the answer may contain.'
            '--aspect-ratio;1:1 3:4 4:3 9:16 16:9;--aspect-ratio;Shape of an image, such as 16:9.'
            '--image-size;1K 2K 4K;--image-size;Size of an image: 1K, 2K or 4K.'
            '--safety;*;;Filter of one category, such as HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH.'
            '--tools;$files;--tools;Functions that the model may call: a JSON list of declarations.'
            '--tool-mode;auto any none;--tool-mode;Whether the model may, must or must not call functions.'
            '--cached-content;*;--cached-content;Cached content to use, as cachedContents/ID.'
            '--bearer;-;--bearer;Send the API key as Authorization: Bearer instead of x-goog-api-key.'
            '--save;$folders;--save;Save images of the answer to this folder.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer as it arrives; the default with table and markdown.'
        )
        'grok edit' = @(
            ';$files;;Video to edit.'
            ';*;;Description of the edit; read from stdin if omitted.'
        )
        'grok get' = @(
            ';*;;ID of the task.'
        )
        'grok video' = @(
            ';*;;Description of the video; read from stdin if omitted.'
            '--model -m;@models;--model -m;Video model.'
            '--image;$files;--image;First frame of the video.'
            '--duration;*;--duration;Length of the video in seconds; 1 if not given.'
            '--resolution;480p 720p;--resolution;Resolution.'
            '--aspect-ratio;1:1 16:9 9:16 4:3 3:4 3:2 2:3;--aspect-ratio;Aspect ratio, such as 16:9.'
            '--user;*;--user;Your ID for the end user.'
        )
        'grok wait' = @(
            ';*;;ID of the task.'
        )
        'help' = @(
            ';*;...;A command or a topic; or an option, a setting, a variable, an exit code or an HTTP status.'
        )
        'history' = @(
            '--all;-;--all --limit -l;Print all conversations instead of the newest 50.'
        )
        'history cost' = @(
            '--by;model day key;--by;Sum up by model, by day, or by the key that paid.'
        )
        'history delete' = @(
            ';@conversations;...;IDs, as listed by cometapi history.'
        )
        'history export' = @(
        )
        'history prune' = @(
            '--older-than;*;--older-than;Delete conversations last used before DATE: 90d, 24h, 2026-01-31.'
        )
        'history reconcile' = @(
            '--since;*;--since;Only answers at or after DATE: 2026-01-31, today, 7d; in local time without a zone.'
        )
        'history search' = @(
            ';*;...;Word or phrase to look for; all must be found.'
        )
        'history show' = @(
            ';@conversations;;ID, the beginning of one, or a name. Default: the last conversation.'
            '--markdown;-;--markdown --format -f --json;Print Markdown, also on a terminal; short for --format markdown.'
        )
        'history unfinished' = @(
        )
        'image' = @(
            ';*;;Description of the image; read from stdin if omitted.'
            '--model -m;@models;--model -m;Image model.'
            '--image;$files;;Reference image (Seedream and Gemini models).'
            '--n -n;*;--n -n;Number of images.'
            '--size;1024x1024 1K 2K 4K;--size;Width and height in pixels, such as 1024x1024; or 1K, 2K or 4K if the model supports them.'
            '--aspect-ratio;1:1 3:4 4:3 9:16 16:9;--aspect-ratio;Aspect ratio, such as 16:9 (Gemini models).'
            '--quality;low medium high;--quality;Image quality; GPT image models take low, medium or high.'
            '--background;*;--background;Background, such as transparent or opaque (GPT image models).'
            '--output-format;png jpeg webp;--output-format;Image format (GPT image models).'
            '--output-compression;*;--output-compression;Compression of JPEG and WebP images in percent (GPT image models).'
            '--response-format;url b64_json;--response-format;Have the service return a link or the image data; it is saved either way (DALL-E and Seedream models).'
            '--watermark --no-watermark;-;--watermark --no-watermark;Add a watermark that says the image is AI-generated (Seedream models).'
            '--sequential-image-generation;auto disabled;--sequential-image-generation;Let the model make a series of related images (Seedream models).'
            '--max-images;*;--sequential-image-generation=disabled --max-images;Maximum number of images in the series.'
            '--body;$files;--body;Start from this JSON object; options override it.'
            '--set;*;;Set any other field of the request, such as seed=1; the value is JSON or text.'
        )
        'image edit' = @(
            ';*;;Description of the edit; read from stdin if omitted.'
            '--model -m;@models;--model -m;Image model.'
            '--image;$files;;Image to edit: PNG, JPEG or WebP.'
            '--mask;$files;--mask;PNG of the same size as the first image; its transparent areas are edited.'
            '--n -n;*;--n -n;Number of images.'
            '--size;1024x1024;--size;Width and height in pixels, such as 1024x1024.'
            '--quality;low medium high;--quality;Image quality: low, medium or high.'
            '--output-format;png jpeg webp;--output-format;Image format.'
            '--response-format;url b64_json;--response-format;Have the service return a link or the image data; it is saved either way.'
            '--set;*;;Set any other field of the form, such as seed=1.'
        )
        'init' = @(
        )
        'kling get' = @(
            ';*;;ID of the task.'
            '--kind;text2video image2video;--kind;Command that started the task.'
        )
        'kling image2video' = @(
            ';$files;;First frame of the video, JPEG or PNG.'
            ';*;;Description of the video, at most 500 characters.'
            '--model -m;@models;--model -m;Kling model name, such as kling-v2-master.'
            '--negative-prompt;*;--negative-prompt;What to avoid, at most 200 characters.'
            '--mode;std pro;--mode;Standard (std), or professional (pro) with higher quality at a higher price.'
            '--duration;5 10;--duration;Length of the video in seconds.'
            '--cfg-scale;*;--cfg-scale;How closely to follow the prompt.'
            '--own-id;*;--own-id;Your own unique ID for the task; generated if omitted.'
        )
        'kling text2video' = @(
            ';*;;Description of the video, at most 500 characters; read from stdin if omitted.'
            '--model -m;@models;--model -m;Kling model name, such as kling-v3.'
            '--negative-prompt;*;--negative-prompt;What to avoid, at most 200 characters.'
            '--mode;std pro;--mode;Standard (std), or professional (pro) with higher quality at a higher price.'
            '--duration;5 10;--duration;Length of the video in seconds.'
            '--cfg-scale;*;--cfg-scale;How closely to follow the prompt.'
            '--aspect-ratio;16:9 9:16 1:1 4:3 3:4 3:2 2:3;--aspect-ratio;Aspect ratio, such as 16:9.'
            '--camera-control;*;--camera-control;Camera movement, as a JSON object.'
            '--own-id;*;--own-id;Your own unique ID for the task; generated if omitted.'
        )
        'kling wait' = @(
            ';*;;ID of the task.'
            '--kind;text2video image2video;--kind;Command that started the task.'
        )
        'logs' = @(
            '--model -m;@models;--model -m;Only calls of this model; % matches any text.'
            '--token-name;*;--token-name;Only calls with the API key of this name.'
            '--type -t;topup consume manage system error refund;--type -t;Only entries of this kind.'
            '--start;*;--start;Only entries at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d; in local time without a zone.'
            '--end;*;--end --follow;Only entries at or before DATE; a date without a time includes the whole day.'
            '--group -g;*;--group -g;Only entries of this group.'
            '--request-id;*;--request-id --export --follow --limit -l --all;Only the entry with this request ID, on any page.'
            '--export;-;--request-id --export --follow --detail --format -f --fields --query --sort --where --limit -l --all --page-size --page -p;Print the service''s CSV of all entries.'
            '--follow;-;--end --request-id --export --follow --query --raw --output -o --sort --all --page-size --page -p;Print the newest entries, oldest first, and new ones as they arrive; with JSON, one per line.'
            '--interval;*;--interval;Time between checks.'
        )
        'mcp serve' = @(
            '--folder;$folders;--folder;Let the agent read the files in this folder, and save files there; without it, it can do neither.'
            '--allow-changes;-;--allow-changes;Let the agent run commands that change or delete what the service keeps for you, and commands of your own that change something.'
        )
        'messages' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;--model -m;Model that answers.'
            '--max-tokens;*;--max-tokens;Maximum output tokens (the API requires it).'
            '--system -s;*;--system -s;Instruction for the whole conversation.'
            '--messages;$files;--messages --continue -c;Messages placed before the prompt: a JSON list, or a conversation that /save or history show --json wrote.'
            '--image;$files;;Attach an image.'
            '--thinking-budget;*;--thinking-budget;Tokens that the model may think, counted within --max-tokens.'
            '--effort;low medium high;--effort;Effort that the model puts into the answer.'
            '--cache;-;--cache;Keep the instruction in the prompt cache.'
            '--temperature -t;*;--temperature -t;Sampling temperature: lower is more focused, higher more varied.'
            '--top-p;*;--top-p;Nucleus sampling.'
            '--top-k;*;--top-k;Sample from the N most likely tokens.'
            '--stop;*;;Stop generating at this text.'
            '--schema;$files;--schema --schema-multi;Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as ''name, age int, tags [str]''.'
            '--schema-multi;$files;--schema --schema-multi;Answer with a JSON list of what this schema describes.'
            '--tools;$files;--tools;JSON file with the list of tools that the model may call.'
            '--tool-choice;*;--tool-choice;auto, any, none, or the one tool to call.'
            '--user;*;--user;Your ID for the end user.'
            '--bearer;-;--bearer;Send the API key as Authorization: Bearer instead of x-api-key.'
            '--beta;*;--beta;Enable a beta feature.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer as it arrives; the default with table and markdown.'
        )
        'midjourney action' = @(
            ';*;;ID of the task that made the images.'
            ';*;;Button of that task, such as MJ::JOB::upsample::1::7f3a.'
        )
        'midjourney blend' = @(
            ';$files;...;Two to five images.'
        )
        'midjourney describe' = @(
            ';$files;;Image to describe.'
            '--bot;midjourney niji;--bot;Bot to use.'
            '--state;*;--state;Text to store with the task.'
        )
        'midjourney edit' = @(
            ';$files;;Image to edit.'
            ';*;;Description of the edited image; read from stdin if omitted.'
        )
        'midjourney get' = @(
            ';*;;ID of the task.'
        )
        'midjourney imagine' = @(
            ';*;;Description of the image; read from stdin if omitted.'
            '--bot;midjourney niji;--bot;Bot to use.'
            '--state;*;--state;Text to store with the task.'
        )
        'midjourney modal' = @(
            ';*;;ID of the waiting task.'
            '--mask;$files;--mask;Mask image of the area to redraw.'
        )
        'midjourney video' = @(
            ';$files;;First frame of the video.'
            ';*;;Description of the video.'
        )
        'midjourney wait' = @(
            ';*;;ID of the task.'
        )
        'model info' = @(
            ';@models;;Model ID.'
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
        'replicate create' = @(
            ';black-forest-labs/flux-schnell stability-ai/sdxl stability-ai/stable-diffusion-3.5-medium;;Model to run, such as black-forest-labs/flux-schnell.'
            ';*;;Prompt; read from stdin if omitted.'
            '--aspect-ratio;*;--aspect-ratio;Aspect ratio, such as 16:9.'
            '--input-image;*;--input-image;Input image.'
            '--input-images;*;;Input image, for models that take several.'
            '--num-outputs;*;--num-outputs;Number of outputs.'
            '--output-format;*;--output-format;Output format, such as webp, jpg or png.'
            '--output-quality;*;--output-quality;Quality of compressed images.'
        )
        'replicate get' = @(
            ';*;;ID of the task.'
        )
        'replicate wait' = @(
            ';*;;ID of the task.'
        )
        'response get' = @(
            ';*;;ID of the answer, such as resp_abc123.'
        )
        'responses' = @(
            ';*;;What to ask; read from a pipe when left out.'
            '--model -m;@models;--model -m;Model that answers.'
            '--system --instructions -s;*;--system --instructions -s;Instruction placed before the conversation.'
            '--messages;$files;--messages --continue -c;Messages placed before the prompt: a JSON list, or a conversation that /save or history show --json wrote.'
            '--tool-result;*;;The result of a function that the model called, with --previous-response.'
            '--image;$files;;Attach an image.'
            '--previous-response;*;--previous-response;Continue a stored answer.'
            '--reasoning-effort --effort;minimal low medium high;--reasoning-effort --effort;Reasoning effort.'
            '--reasoning-summary;auto concise detailed;--reasoning-summary;Return a summary of the reasoning.'
            '--verbosity;low medium high;--verbosity;Verbosity of the answer.'
            '--max-tokens;*;--max-tokens;Maximum output tokens.'
            '--temperature -t;*;--temperature -t;Sampling temperature: lower is more focused, higher more varied.'
            '--top-p;*;--top-p;Nucleus sampling.'
            '--schema;$files;--schema --schema-multi;Answer in JSON that matches this schema, and check it: a file, JSON, or fields such as ''name, age int, tags [str]''.'
            '--schema-multi;$files;--schema --schema-multi;Answer with a JSON list of what this schema describes.'
            '--tools;$files;--tools;JSON file with the list of tools that the model may use.'
            '--web-search;-;--web-search;Let the model search the web.'
            '--tool-choice;*;--tool-choice;auto, none, required, or the one function to call.'
            '--store --no-store;-;--store --no-store;Store the answer on the server.'
            '--background;-;--background --stream --no-stream --run-tools;Generate the answer in the background, and wait for it.'
            '--service-tier;auto default flex priority;--service-tier;Service tier.'
            '--truncation;auto disabled;--truncation;Whether to shorten a conversation that is too long.'
            '--stream --no-stream;-;--background --stream --no-stream;Print the answer as it arrives; the default with table and markdown.'
        )
        'run' = @(
            ';@models;;Model that answers.'
            '--endpoint -e;chat gemini anthropic responses;--endpoint -e;Which protocol to speak.'
            '--prompt -p;*;--prompt -p;What to ask.'
            '--stream --no-stream;-;--stream --no-stream;Print the answer as it arrives; the default with table and markdown.'
        )
        'runway get' = @(
            ';*;;ID of the task.'
        )
        'runway image2video' = @(
            ';*;;URL of the first frame.'
            ';*;;Description of the video, at most 512 characters.'
            '--model -m;@models;--model -m;Video model.'
            '--duration;5 10;--duration;Length of the video in seconds.'
            '--ratio;1280:768 768:1280 1280:720 720:1280 1104:832 832:1104 960:960 1584:672;--ratio;Width and height in pixels, such as 1280:720.'
            '--seed;*;--seed;Seed for a reproducible result.'
            '--watermark --no-watermark;-;--watermark --no-watermark;Add a watermark.'
        )
        'runway wait' = @(
            ';*;;ID of the task.'
        )
        'sandbox' = @(
            '--port;*;--port;Port on 127.0.0.1; 0 chooses a free one.'
            '--fail;*;--fail;Answer the first TIMES requests, or all, with this HTTP status.'
            '--cut-after;*;--cut-after;Close every stream after N events.'
            '--delay;*;--delay;Wait before every reply and between the events of a stream.'
            '--any-model;-;--any-model;Accept any model, not only those in its catalog.'
        )
        'schema' = @(
            ';*;...;A command, or a word that opens several.'
            '--tools;openai anthropic gemini mcp;--tools;Print the commands as a list of tools for a model, in the form of this API or protocol.'
        )
        'seedance create' = @(
            ';*;;Description of the video; read from stdin if omitted.'
            '--model -m;@models;--model -m;Video model, such as doubao-seedance-1-0-pro (see cometapi models --search seedance).'
        )
        'seedance get' = @(
            ';*;;ID of the task.'
        )
        'seedance wait' = @(
            ';*;;ID of the task.'
        )
        'serve' = @(
            '--port;*;--port;Port on 127.0.0.1 and ::1; 0 chooses a free one.'
            '--models;,@models;--models;Serve only these models; * and ? stand for any text and any character.'
            '--record;$files;--record --replay;Add every request and its reply to FILE, one JSON object per line, without credentials.'
            '--replay;$files;--record --replay;Answer from a recording and send nothing; a request that is not in it is refused.'
        )
        'similar' = @(
            ';*;;Text to compare with.'
            ';$files;;File of vectors written by embed: JSON Lines or .npy.'
            '--model -m;@models;--model -m;Model that made the vectors; required if the file does not contain it.'
            '--dimensions;*;--dimensions;Number of dimensions, if embed was run with --dimensions.'
        )
        'skill install' = @(
            '--for;$files;;Agent (claude, codex or gemini), or a folder of skills that exists.'
            '--dry-run;-;--dry-run;Print what would be written, without writing it.'
            '--force;-;--force;Replace files that are yours, after a copy.'
        )
        'skill remove' = @(
            '--for;$files;;Agent (claude, codex or gemini), or the folder of skills.'
            '--dry-run;-;--dry-run;Print what would be deleted, without deleting it.'
        )
        'skill show' = @(
        )
        'speech' = @(
            ';*;;Text to speak, at most 4,096 characters; read from stdin if omitted.'
            '--model -m;@models;--model -m;Speech model.'
            '--voice;alloy ash ballad coral echo fable onyx nova sage shimmer;--voice;Voice: alloy, ash, ballad, coral, echo, fable, onyx, nova, sage or shimmer.'
            '--response-format;mp3 opus aac flac wav pcm;--response-format;Audio format; mp3 if not given.'
            '--speed;*;--speed;Speed of the speech; 1 is normal.'
            '--instructions;*;--instructions;How to speak, such as ''cheerful'' or ''in a whisper''. Not supported by tts-1 and tts-1-hd.'
            '--play;-;--play;Play the audio with a player on this system, such as afplay, mpv or ffplay.'
        )
        'stats' = @(
            '--by;model key day;--by;Add up requests, tokens and cost by model, API key or day, from at most 10,000 entries of the logs.'
            '--start;*;--start;Only entries at or after DATE: 2026-01-31, month, today, 7d.'
            '--end;*;--end;Only entries at or before DATE; a day counts to its end.'
        )
        'suno create' = @(
            ';*;;Lyrics of the song.'
            '--description;*;--description;Description of the song; the lyrics are written for you.'
            '--instrumental;-;--instrumental;Make a song without vocals.'
            '--tags;*;--tags;Style, such as "folk, guitar".'
            '--negative-tags;*;--negative-tags;Styles to avoid.'
            '--title;*;--title;Title of the song.'
            '--model -m;chirp-auk chirp-v4;--model -m;Suno model version, such as chirp-auk.'
            '--continue-clip;*;--continue-clip;Clip to continue.'
            '--continue-at;*;--continue-at;Time in the clip to continue from.'
        )
        'suno get' = @(
            ';*;;ID of the task.'
        )
        'suno wait' = @(
            ';*;;ID of the task.'
        )
        'tasks' = @(
            '--platform;suno mj luma kling;--platform;Only tasks of this platform: suno, mj, luma, kling ...'
            '--status;SUBMITTED IN_PROGRESS SUCCESS FAILURE;--status;Only tasks in this state: SUBMITTED, IN_PROGRESS, SUCCESS, FAILURE ...'
            '--task-id;*;--task-id;Only the task with this ID.'
            '--action;MUSIC;--action;Only tasks of this kind, such as MUSIC.'
            '--start;*;--start;Only tasks submitted at or after DATE: 2026-01-31, 2026-01-31T12:00Z, today, 7d; in local time without a zone.'
            '--end;*;--end;Only tasks submitted at or before DATE.'
            '--watch;-;--watch;Check again until no listed task is running.'
        )
        'tasks adopt' = @(
            ';*;;Task to adopt; without an ID, the candidates are listed.'
        )
        'tasks get' = @(
            ';*;;ID of the task, as listed by cometapi tasks.'
        )
        'tasks unfinished' = @(
        )
        'tasks wait' = @(
            ';*;;ID of the task.'
        )
        'template edit' = @(
            ';@templates;;Name of the template, an old or a new one.'
        )
        'template list' = @(
        )
        'template save' = @(
            ';@templates;;Name of the template.'
            ';*;...;The call: chat, messages, gemini or responses, its options and its message.'
            '--force;-;--force;Replace a template of this name.'
        )
        'template show' = @(
            ';@templates;;Name of the template.'
        )
        'tokens' = @(
            '--search -s;*;--search -s;Only keys whose name contains TEXT.'
            '--show-keys;-;--show-keys;Print the keys in full, where others may see them.'
        )
        'tokens create' = @(
            ';*;;Name of the key.'
            '--quota;*;--quota;Spending limit of the key, in units; 500,000 units are one dollar.'
            '--expires;*;--expires;When the key expires: +30d, or a date such as 2027-01-31, at the end of that day in local time. Default: never.'
            '--models;@models;--models;The only models that it may call, separated by commas.'
            '--group -g;*;--group -g;Group of models and prices for the key.'
            '--allow-ips;*;--allow-ips;IP addresses that may use the key, one per line. Default: all.'
        )
        'tokens delete' = @(
            ';*;;ID of the API key, as listed by cometapi tokens.'
        )
        'tokens get' = @(
            ';*;;ID of the API key, as listed by cometapi tokens.'
            '--show-keys;-;--show-keys;Print the key in full, where others may see it.'
        )
        'tokens update' = @(
            ';*;;Id of the API key, as cometapi tokens lists it.'
            '--name;*;--name;A new name.'
            '--status;active disabled;--status;Turn the key off or on again.'
            '--quota;*;--quota;What the key may still spend, in units of which 500,000 are one dollar, or unlimited.'
            '--expires;*;--expires;When the key expires: +30d, a date such as 2027-01-31, or never.'
            '--models;@models;--models;The only models that it may call, separated by commas, or all.'
            '--group -g;*;--group -g;The group of models and prices that it belongs to.'
            '--allow-ips;*;--allow-ips;The only addresses from which it is taken, one a line, or all.'
        )
        'transcribe' = @(
            ';$files;;Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm; - reads it from stdin.'
            '--model -m;@models;--model -m;Transcription model.'
            '--language;*;--language --translate;Language of the audio as an ISO-639-1 code, such as en or de; detected if omitted.'
            '--prompt;*;--prompt;Context for the model: the preceding text, or names and terms in the audio.'
            '--temperature -t;*;--temperature -t;Sampling temperature: lower is more focused, higher more varied.'
            '--response-format;text srt vtt json verbose_json;--response-format --format -f --fields --query --raw;Print the service''s reply in this format: text, subtitles (srt, vtt), json, or verbose_json with timestamps.'
            '--timestamp-granularities;word segment;--response-format=text --response-format=srt --response-format=vtt --response-format=json --translate;Add timestamps for words or segments.'
            '--translate;-;--language --timestamp-granularities --translate;Translate the speech into English.'
        )
        'video content' = @(
            ';*;;ID of the video.'
            '--variant;thumbnail spritesheet;--variant;Fetch the thumbnail or spritesheet instead, if the provider has it.'
        )
        'video create' = @(
            ';*;;Description of the video; read from stdin if omitted.'
            '--model -m;@models;--model -m;Video model.'
            '--seconds;*;--seconds;Length of the video in seconds.'
            '--size;1280x720 720x1280 16:9 9:16;--size;Width and height in pixels, such as 1280x720, or an aspect ratio, such as 16:9, depending on the model.'
            '--resolution;480p 720p 1080p;--resolution;Resolution, such as 720p, if the model supports it.'
            '--aspect-ratio;16:9 9:16 1:1;--aspect-ratio;Aspect ratio, such as 16:9 (Omni models).'
            '--input-reference;$files;;First frame or reference image; the order of several matters. An image at a URL is downloaded without your key and sent as a file.'
            '--video;$files;--video;Video to edit (omni-fast-v2v).'
            '--set;*;;Set any other field of the request, such as seed=1.'
        )
        'video download' = @(
            ';*;;ID of the video.'
        )
        'video get' = @(
            ';*;;ID of the video.'
        )
        'video list' = @(
        )
        'video remix' = @(
            ';*;;ID of the video.'
            ';*;;Description of the change; read from stdin if omitted.'
        )
        'video wait' = @(
            ';*;;ID of the video.'
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
            '--timeout;*;--timeout;Timeout for the first byte, and between two parts of a stream.'
            '--connect-timeout;*;--connect-timeout;Timeout for connecting.'
            '--retries;*;--retries;How many times to retry a request that is safe to retry.'
            '--retry-max-wait;*;--retry-max-wait;Longest wait between retries.'
            '--ca;$files;--ca;PEM file of certificates to trust instead of the system''s.'
            '--client-cert;$files;--client-cert;Client certificate in PEM.'
            '--client-key;$files;--client-key;Key of the client certificate, if it is in a separate file.'
        )
        'limits' = @(
            '--parallel;*;--parallel;Most requests to one model at once. By default, and with auto, a few at first, and more as long as the service takes them.'
            '--rpm;*;--rpm;Most requests to one model in any minute.'
            '--tpm;*;--tpm;Most tokens to and from one model in any minute, by an estimate before they are known.'
        )
        'spending' = @(
            '--max-cost;*;--max-cost;Send nothing that could make the call cost more by the catalog''s prices (see help budgets).'
            '--max-calls;*;--max-calls;Send at most N paid requests.'
            '--until;*;--until;Send no paid request after this time, such as 18:00, +2h or 2026-01-31T18:00.'
        )
        'estimate' = @(
            '--estimate;-;--dry-run --curl --fields --query --raw --estimate --events;Print how many tokens and dollars the call would probably take, as a range; nothing is sent or paid (see help estimates).'
        )
        'looking' = @(
            '--dry-run;-;--dry-run --curl --estimate;Print the request instead of sending it.'
            '--curl;-;--dry-run --curl --estimate;Print a curl command for the request instead of sending it.'
        )
        'output' = @(
            '--format -f;table json jsonl yaml csv markdown;--format -f --json --raw --response-format --events --markdown --export;Output format.'
        )
        'shape' = @(
            '--json;-;--format -f --json --markdown;Print JSON; short for --format json.'
            '--fields;,$columns;--fields --raw --estimate --response-format --events --export;Print only these fields, in this order, in any format.'
            '--query;*;--query --raw --estimate --response-format --events --export --follow;Filter the result with a JMESPath expression.'
        )
        'file' = @(
            '--output -o;$files;--output -o --follow;Write the result to FILE, atomically; - means stdout.'
            '--force;-;--force;Overwrite an existing file.'
        )
        'media' = @(
            '--save;$folders;--save;Save images and other media of the reply to this folder.'
            '--sidecar;-;--sidecar;Write a JSON file next to each saved file, with the prompt, model, request, cost, checksum and request ID.'
            '--show;-;--show;Display saved images in the terminal, if it supports the kitty or iTerm2 image protocol, or sixels.'
        )
        'new_file' = @(
            '--save;$folders;;Save the file to this folder under a new name.'
        )
        'reply' = @(
            '--raw;-;--format -f --fields --query --raw --paginate --estimate --sort --where --response-format --events --follow;Print the service''s reply unchanged.'
        )
        'context' = @(
            '--file -F;$files;;Put a text file, folder, pattern (''src/**/*.py''), web page, document or medium before the message (see help context).'
            '--link;*;;Attach a document or medium as a link that the service fetches.'
        )
        'answer' = @(
            '--reasoning;show hide only;--reasoning;Show the model''s reasoning on stderr (the default on a terminal), hide it, or print only the reasoning.'
            '--usage;-;--usage;Print token counts and an estimated cost to stderr.'
            '--events;-;--events --format -f --fields --query --raw --estimate;Print one JSON object per line for every piece: start, text, reasoning, media, tool_call, usage, result, error.'
            '--raw-text;-;--raw-text;Print the answer''s Markdown unrendered, also on a terminal.'
            '--strict;-;--strict;Treat notes about the request or the answer as errors.'
        )
        'answer-request' = @(
            '--body;$files;--body;Start from this JSON object; options override it.'
            '--set;*;;Set any other field of the request, such as metadata.user=1; the value is JSON or text.'
        )
        'made' = @(
            '--wait;-;--wait;Wait until the task is done and save the result.'
            '--interval;*;--interval;Time between checks.'
            '--max-wait;*;--max-wait;Maximum time to wait in total.'
            '--save;$folders;--save;Save the result to this folder.'
        )
        'more-request' = @(
            '--body;$files;--body;Start from this JSON object; options override it.'
            '--set;*;;Set any other field of the request; the value is JSON or text.'
        )
        'structured' = @(
            '--repairs;*;--repairs;How often a whole answer that does not match --schema is sent back with what is wrong, for another try.'
        )
        'own' = @(
            '--template;@templates;--template;Take model, options and prompt from this template; what is typed replaces them (see help templates).'
            '--param -p;*;;Value for {name} in the template, as text.'
        )
        'fallback' = @(
            '--fallback;@models;;Model to ask when the one before is overloaded or cannot be reached, before any answer.'
        )
        'past' = @(
            '--continue -c;=@conversations;--messages --continue -c;Continue the last conversation, or the one with this ID.'
        )
        'history' = @(
            '--no-history;-;--no-history;Do not keep this call in the history.'
        )
        'tools' = @(
            '--run-tools;$folders;--run-tools --background;Run the called functions: executables in this folder that read JSON from stdin and write to stdout (see help tools).'
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
            '--sort;$columns;--sort --raw --export --follow;Sort by a column, ascending, or descending with :desc.'
            '--where;*;--raw --export;Only matching records, such as ''type=image'', ''name~claude'' or ''input_price<1''; in quotes.'
        )
        'limit' = @(
            '--limit -l;*;--limit -l --all;Print at most N records.'
        )
        'detail' = @(
            '--detail;-;--detail --export;Show more columns in table and markdown too, as far as the terminal has room.'
        )
        'waiting' = @(
            '--interval;*;--interval;Time between checks; by default 5 s, and 10 s for videos.'
            '--max-wait;*;--max-wait;Maximum time to wait in total.'
        )
        'paging' = @(
            '--limit -l;*;--request-id --export --limit -l --all;Print at most N records, from as many pages as needed.'
            '--all;-;--request-id --export --follow --limit -l --all;Print all records, from all pages.'
            '--page-size;*;--export --follow --page-size;Records per request.'
        )
        'page' = @(
            '--page -p;*;--export --follow --page -p;Page to start with; 1 is the newest.'
        )
    }

    # The sets of each command, and of what stands before one.
    $uses = @{
        '' = 'detail output shape reply file network looking everywhere consent spending estimate limits order limit media made past history context answer structured fallback own tools paging page cache'
        'account' = 'detail output shape reply file network looking everywhere'
        'alias list' = 'output shape file everywhere'
        'alias remove' = 'everywhere'
        'alias set' = 'everywhere'
        'api' = 'network looking shape reply consent file spending estimate everywhere'
        'balance' = 'output shape reply file network looking everywhere'
        'batch cancel' = 'everywhere'
        'batch join' = 'output shape file everywhere'
        'batch limits' = 'limits everywhere'
        'batch list' = 'output shape order limit file everywhere'
        'batch run' = 'limits network spending estimate everywhere'
        'batch status' = 'output shape detail file everywhere'
        'bria create' = 'more-request output shape reply file media order spending estimate network looking everywhere'
        'bria edit' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'bria get' = 'output shape reply file network looking everywhere'
        'bria wait' = 'output shape reply file media waiting network looking everywhere'
        'chat' = 'past history context answer answer-request structured fallback own tools consent output shape reply file spending estimate network looking everywhere'
        'command add' = 'consent everywhere'
        'command check' = 'file everywhere'
        'command import' = 'consent everywhere'
        'command list' = 'output shape file everywhere'
        'command remove' = 'consent everywhere'
        'compare' = 'history limits network looking output shape file spending estimate everywhere'
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
        'embed' = 'limits output shape reply file order spending estimate network looking everywhere'
        'exec' = 'history network spending everywhere'
        'flux create' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'flux get' = 'output shape reply file network looking everywhere'
        'flux wait' = 'output shape reply file media waiting network looking everywhere'
        'gemini' = 'past history context answer answer-request structured fallback own tools consent output shape reply file spending estimate network looking everywhere'
        'grok edit' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'grok get' = 'output shape reply file network looking everywhere'
        'grok video' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'grok wait' = 'output shape reply file media waiting network looking everywhere'
        'help' = 'everywhere'
        'history' = 'output shape order limit detail file everywhere'
        'history cost' = 'output shape order file everywhere'
        'history delete' = 'consent everywhere'
        'history export' = 'file everywhere'
        'history prune' = 'consent everywhere'
        'history reconcile' = 'output shape order limit network file everywhere'
        'history search' = 'output shape order limit file everywhere'
        'history show' = 'output shape file everywhere'
        'history unfinished' = 'output shape order limit detail file everywhere'
        'image' = 'output shape reply file media spending estimate network looking everywhere'
        'image edit' = 'output shape reply file media spending estimate network looking everywhere'
        'init' = 'network everywhere'
        'kling get' = 'output shape reply file network looking everywhere'
        'kling image2video' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'kling text2video' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'kling wait' = 'output shape reply file media waiting network looking everywhere'
        'logs' = 'detail output shape reply file order paging page network looking everywhere'
        'mcp serve' = 'history network spending everywhere'
        'messages' = 'past history context answer answer-request structured fallback own tools consent output shape reply file spending estimate network looking everywhere'
        'midjourney action' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'midjourney blend' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'midjourney describe' = 'more-request output shape reply file spending estimate network looking everywhere'
        'midjourney edit' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'midjourney get' = 'output shape reply file network looking everywhere'
        'midjourney imagine' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'midjourney modal' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'midjourney video' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'midjourney wait' = 'output shape reply file media waiting network looking everywhere'
        'model info' = 'output shape reply file network looking everywhere'
        'models' = 'limit detail output shape reply file cache order network looking everywhere'
        'repl' = 'network everywhere'
        'replicate create' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'replicate get' = 'output shape reply file network looking everywhere'
        'replicate wait' = 'output shape reply file media waiting network looking everywhere'
        'response get' = 'output shape reply file network looking everywhere'
        'responses' = 'past history context answer answer-request structured fallback own tools consent output shape reply file waiting spending estimate network looking everywhere'
        'run' = 'network looking reply history answer answer-request output shape file spending estimate everywhere'
        'runway get' = 'output shape reply file network looking everywhere'
        'runway image2video' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'runway wait' = 'output shape reply file media waiting network looking everywhere'
        'sandbox' = 'everywhere'
        'schema' = 'file everywhere'
        'seedance create' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'seedance get' = 'output shape reply file network looking everywhere'
        'seedance wait' = 'output shape reply file media waiting network looking everywhere'
        'serve' = 'history network spending everywhere'
        'similar' = 'limit output shape reply file order spending estimate network looking everywhere'
        'skill install' = 'consent everywhere'
        'skill remove' = 'consent everywhere'
        'skill show' = 'everywhere'
        'speech' = 'file media spending estimate network looking everywhere'
        'stats' = 'limit output shape reply file order network looking everywhere'
        'suno create' = 'made more-request output shape reply file spending estimate network looking everywhere'
        'suno get' = 'output shape reply file network looking everywhere'
        'suno wait' = 'output shape reply file media waiting network looking everywhere'
        'tasks' = 'detail output shape reply file order paging page waiting network looking everywhere'
        'tasks adopt' = 'network output shape file everywhere'
        'tasks get' = 'output shape reply file network looking everywhere'
        'tasks unfinished' = 'output shape order limit detail file everywhere'
        'tasks wait' = 'output shape reply file waiting network looking everywhere'
        'template edit' = 'everywhere'
        'template list' = 'output shape file everywhere'
        'template save' = 'everywhere'
        'template show' = 'output shape file everywhere'
        'tokens' = 'detail output shape reply file order paging page network looking everywhere'
        'tokens create' = 'network looking everywhere'
        'tokens delete' = 'consent network looking everywhere'
        'tokens get' = 'detail output shape reply file network looking everywhere'
        'tokens update' = 'network looking everywhere'
        'transcribe' = 'output shape reply file spending estimate network looking everywhere'
        'video content' = 'file network looking everywhere'
        'video create' = 'made output shape reply file spending estimate network looking everywhere'
        'video download' = 'output shape reply file media network looking everywhere'
        'video get' = 'output shape reply file network looking everywhere'
        'video list' = 'output shape order limit detail file everywhere'
        'video remix' = 'made output shape reply file spending estimate network looking everywhere'
        'video wait' = 'output shape reply file media waiting network looking everywhere'
    }

    # The columns of each command's results.
    $columns = @{
        'account' = 'id username display_name email role status group balance used request_count invitation_code invited'
        'alias list' = 'alias kind value'
        'balance' = 'balance used total_topped_up currency source'
        'batch join' = 'id answer error_code error_message model cost_usd_estimate files'
        'batch list' = 'state rows done failed unknown cost_usd_estimate results'
        'batch status' = 'state rows done in_progress failed unknown rows_per_second cost_usd_estimate seconds_left limits results'
        'bria create' = 'uuid seed urls'
        'bria edit' = 'id'
        'bria get' = 'id status reason url seed refined_prompt'
        'bria wait' = 'id status reason url seed refined_prompt'
        'chat' = 'model content finish_reason prompt_tokens completion_tokens total_tokens'
        'command list' = 'command summary effect cost host state digest path'
        'compare' = 'model command answer first_token duration tokens input_tokens output_tokens cost_usd_estimate expect expect_reason rank reason error'
        'config get' = 'setting value origin shadows'
        'config path' = 'path exists'
        'config profile list' = 'profile in_use api_key access_token base_url default_model'
        'config profile show' = 'setting value origin shadows'
        'config show' = 'setting value origin shadows'
        'doctor' = 'check status detail advice'
        'embed' = 'index text model embedding'
        'flux create' = 'id'
        'flux get' = 'id status progress reason url'
        'flux wait' = 'id status progress reason url'
        'gemini' = 'model content finish_reason prompt_tokens completion_tokens total_tokens'
        'grok edit' = 'id'
        'grok get' = 'id status progress reason url'
        'grok video' = 'id'
        'grok wait' = 'id status progress reason url'
        'history' = 'id title model used_at turns cost_usd name command state started_at forked_from unpriced'
        'history cost' = 'model day key calls cost_usd unpriced'
        'history reconcile' = 'time model estimated_usd charged_usd difference_usd request_id'
        'history search' = 'id snippet title model used_at exchange'
        'history show' = 'id title name model protocol exported_at started_at used_at forked_from turns cost_usd unpriced messages refused'
        'history unfinished' = 'time state model prompt request_id command error id look_up'
        'image' = 'paths unsaved model revised_prompts input_tokens output_tokens cost_usd_estimate'
        'image edit' = 'paths unsaved model revised_prompts input_tokens output_tokens cost_usd_estimate'
        'kling get' = 'id status reason url'
        'kling image2video' = 'id status'
        'kling text2video' = 'id status'
        'kling wait' = 'id status reason url'
        'logs' = 'time type model cost_usd duration_ms prompt_tokens completion_tokens token_name content stream first_token_ms cache_tokens request_id response_id group endpoint model_ratio completion_ratio group_ratio cache_ratio model_price username user_id ip quota error_code http_status'
        'messages' = 'model content stop_reason input_tokens output_tokens id'
        'midjourney action' = 'id status message'
        'midjourney blend' = 'id status message'
        'midjourney describe' = 'id status message'
        'midjourney edit' = 'id status message'
        'midjourney get' = 'id action status progress reason url prompts buttons labels'
        'midjourney imagine' = 'id status message'
        'midjourney modal' = 'id status message'
        'midjourney video' = 'id status message'
        'midjourney wait' = 'id action status progress reason url prompts buttons labels'
        'model info' = 'id code name provider type features price pricing context_length max_completion_tokens endpoints commands api_doc_url description overview'
        'models' = 'id owned_by created provider type price features context_length max_completion_tokens input_price output_price per_request_price per_second_price currency endpoints api_doc_url'
        'replicate create' = 'id model status created'
        'replicate get' = 'id model status reason url created input logs'
        'replicate wait' = 'id model status reason url created input logs'
        'response get' = 'model content status input_tokens output_tokens total_tokens id'
        'responses' = 'model content status input_tokens output_tokens total_tokens id'
        'runway get' = 'id status progress reason url'
        'runway image2video' = 'id'
        'runway wait' = 'id status progress reason url'
        'seedance create' = 'id'
        'seedance get' = 'id model status reason url resolution ratio duration frames_per_second created updated'
        'seedance wait' = 'id model status reason url resolution ratio duration frames_per_second created updated'
        'similar' = 'score index text'
        'stats' = 'model key day requests prompt_tokens completion_tokens usage_usd requests_change usage_change success_rate predicted_days_left'
        'suno create' = 'id'
        'suno get' = 'id status progress reason url titles'
        'suno wait' = 'id status progress reason url titles'
        'tasks' = 'task_id time platform status progress result action model cost_usd started finished data'
        'tasks adopt' = 'task_id status model platform submitted command sent'
        'tasks get' = 'task_id platform action status progress result model cost_usd submitted finished data'
        'tasks unfinished' = 'time state task command model continue_with request_id error key_hint look_up'
        'tasks wait' = 'task_id platform action status progress result model cost_usd submitted finished data'
        'template list' = 'template summary parameters command model system prompt options path'
        'template show' = 'template summary parameters command model system prompt options path'
        'tokens' = 'id name key status balance used expires last_used created group models allowed_ips'
        'tokens get' = 'id name key status balance used expires last_used created group models allowed_ips'
        'transcribe' = 'text'
        'video create' = 'id status model seconds size created'
        'video download' = 'id status progress model seconds size created completed expires url error_code reason'
        'video get' = 'id status progress model seconds size created completed expires url error_code reason'
        'video list' = 'time id state command model continue_with request_id key_hint'
        'video remix' = 'id status model seconds size created'
        'video wait' = 'id status progress model seconds size created completed expires url error_code reason'
    }

    # The values of settings, as above.
    $settings = @{
        'profile' = '$profiles'
        'secret_store' = 'file keyring'
        'plain_http' = 'refuse allow'
        'default_model' = '@models'
        'image_model' = '@models'
        'video_model' = '@models'
        'output_format' = 'table json jsonl yaml csv markdown'
        'plain' = 'on off'
        'history' = 'all terminal off'
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
        $kind = $kind -replace '^=', ''
        if ($kind -ceq '$values') { $kind = $settings[$said] }
        if ($kind -match '^,') { $kind = $kind.Substring(1); if ($current -match '^.*,') { $start = $Matches[0] } }
        if ($kind -ceq '$columns') { $kind = $columns[$command] }
        if (-not $kind -or $kind -in '*', '-') { return }
        if ($kind -in '$files', '$folders') { return Show-Paths $start ($kind -ceq '$folders') }
        if ($kind -ceq '$profiles') { return Get-Profiles | ForEach-Object { Show-Word "$start$_" $help } }
        if ($kind -ceq '$own_commands') { return Show-Answer }
        $list, $words = if ($kind[0] -eq '+') { $kind -split ' ', 2 } elseif ($kind[0] -eq '@') { $kind, '' } else { '', $kind }
        if ($words) { -split $words | ForEach-Object { Show-Word "$start$_" $help } }
        if (-not $list) { return }
        $lists = @($list.Substring(1)) + @(if ($list -ceq '@models') { 'own-models' })
        Get-Kept $lists | ForEach-Object {
            $id, $about = $_ -split "`t", 2
            if ($id) { Show-Word "$start$id" $about }
        }
    }
    function Get-Kept($lists) {
        $cache = if ($env:XDG_CACHE_HOME) { $env:XDG_CACHE_HOME } elseif ($env:LOCALAPPDATA) { $env:LOCALAPPDATA } else { "$HOME/.cache" }
        $files = @($lists | ForEach-Object { "$cache/cometapi/$_.tsv" } | Where-Object { Test-Path $_ })
        if ($files) { Get-Content $files -Encoding utf8 | Select-Object -Unique }
    }
    # What the program itself says may follow, for commands of the user's own and their names; as for fish, it quotes nothing.
    function Show-Answer {
        $answer = [System.IO.Path]::GetTempFileName()
        $line = $tree.Extent.Text.PadRight($cursor - $tree.Extent.StartOffset)
        $asked = @{
            COMP_LINE = $line; COMP_POINT = "$($cursor - $tree.Extent.StartOffset)"; _ARGCOMPLETE = '1'; _ARGCOMPLETE_IFS = "`n"
            _ARGCOMPLETE_DFS = "`t"; _ARGCOMPLETE_SHELL = 'fish'; _ARGCOMPLETE_SUPPRESS_SPACE = '1'
            _ARGCOMPLETE_STDOUT_FILENAME = $answer
        }
        try {
            $asked.Keys | ForEach-Object { Set-Item "env:$_" $asked[$_] }
            & ($tree.GetCommandName()) 2>$null | Out-Null
            Get-Content $answer -Encoding utf8 | ForEach-Object {
                $id, $about = $_ -split "`t", 2
                if ($id) { Show-Word $id $about }
            }
        } finally {
            $asked.Keys | ForEach-Object { Remove-Item "env:$_" -ErrorAction Ignore }
            Remove-Item $answer -ErrorAction Ignore
        }
    }

    # Up to the current word: the phrase found, the command whose options count, the flags given, the positionals.
    $at = $command = $said = $own = ''
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
            if ($row -and ($row -split ';')[1] -notmatch '^(-$|=)' -and $null -eq $value) { $waiting = $flag }
        } elseif ($place -eq 0 -and $phrases.Contains("$at $word".Trim())) {
            $at = "$at $word".Trim()
            if ($uses.ContainsKey($at)) { $command = $at }
        } else {
            $said = $word.Trim("'", '"')
            if (-not $at -and $place -eq 0) { $own = $said }
            $place++
        }
    }

    if ($own -and (Get-Kept 'own-files' | Where-Object { ($_ -split "[ `t]")[0] -ceq $own })) { return Show-Answer }
    if ($waiting) { return Show-Values '' (Get-Row $waiting) }
    if (-not $ended -and $current -match '^(--[^=]+)=') { return Show-Values $Matches[0] (Get-Row $Matches[1]) }
    if ($ended -or $current -notlike '-*') {
        if ($place -eq 0) {
            $start = "$at ".TrimStart()
            $phrases.Keys | Where-Object { $_.StartsWith($start) -and $_.Substring($start.Length) -notmatch ' ' } |
                ForEach-Object { Show-Word $_.Substring($start.Length) $phrases[$_] }
            if (-not $at) { Show-Values '' ';@own-commands;;' }
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
