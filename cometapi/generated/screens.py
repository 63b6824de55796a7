"""Help of the whole program as it is printed where no terminal says how: 80 columns, no styles. Made by `python -m codegen` from spec/. Do not edit."""

ALONE = """\
Hundreds of AI models behind one key, from the command line.

Usage: cometapi COMMAND [options]

Commands:
  Ask a model               chat, messages, gemini, responses, response, run
  Media and embeddings      image, video, speech, transcribe, embed, similar
  Models and endpoints      models, model, compare, api
  Media by provider         midjourney, kling, runway, flux, replicate, bria,
                            grok, seedance, suno
  Batches, tasks, history   batch, tasks, history
  Your account              balance, stats, logs, tokens, account, doctor
  Set up                    init, config, alias, template, command, completion
  Tools                     exec, serve, mcp, skill, sandbox, repl, schema, help

Examples:
  cometapi chat "What is a monad?"          # Ask a question.
  cometapi models --search claude           # Find a model and its price.
  git diff | cometapi chat "Review this"    # Ask about a diff or a file.
  cometapi init                             # Store your key, once.

All commands and topics: cometapi help. One command: cometapi help COMMAND
Try it without a key: cometapi --sandbox chat "Hello"
"""

HELP = """\
Usage: cometapi [options] COMMAND ...

Hundreds of AI models behind one key, from the command line.

Chat with models of OpenAI, Anthropic, Google and many others, run prompts in
scripts and CI, and look up models and prices through CometAPI. The service's
own documents: https://apidoc.cometapi.com (index: /llms.txt).

Ask a model:
  chat                   Send a message, or have a conversation.
  messages               Ask a Claude model through Anthropic's Messages API.
  gemini                 Ask a Gemini model through its native API.
  responses              Ask a model through the Responses API.
  response get           Fetch a stored answer from the Responses API.
  run                    Send one request to a model in any of the four
                         protocols.

Media and embeddings:
  image                  Make images from a prompt.
  image edit             Edit images with a prompt.
  video content          Fetch a video or its thumbnail from the service.
  video create           Make a video from a prompt and optional images.
  video download         Download a finished video.
  video get              Show the status of a video.
  video list             List videos started on this machine.
  video remix            Remix a Sora video with a new prompt.
  video wait             Wait for a video and save it.
  speech                 Turn text into speech.
  transcribe             Turn speech into text or subtitles.
  embed                  Create embedding vectors for texts.
  similar                Find the texts most similar to a text, by their
                         vectors.

Models and endpoints:
  models                 List and search the models of the catalog.
  model info             Show a model's details from the catalog.
  compare                Ask several models the same, and see their answers side
                         by side.
  api                    Send a request to any endpoint with the right
                         credential.

Media by provider:
  midjourney             Make images with Midjourney.
  kling                  Make videos with Kling.
  runway                 Make videos with Runway.
  flux                   Make images with Flux.
  replicate              Run models on Replicate.
  bria                   Make and edit images with Bria.
  grok                   Make and edit videos with Grok Imagine.
  seedance               Make videos with Seedance.
  suno                   Make songs with Suno (older endpoint).

Batches, tasks, history:
  batch cancel           Stop a running batch.
  batch join             Join the rows of a batch with their results.
  batch limits           Change the limits of a running batch.
  batch list             List the batches that were run on this machine.
  batch run              Run a paid command for every row of a file, each row
                         once.
  batch status           Show how a batch gets on.
  tasks                  List asynchronous tasks such as Suno, Midjourney, Luma
                         or Kling.
  tasks adopt            Find the task of a request whose reply was lost.
  tasks get              Show one task.
  tasks unfinished       List unfinished tasks started on this machine.
  tasks wait             Wait until one task is done, and print its result.
  history                List conversations and calls kept on this machine.
  history cost           Sum up the cost of the calls in the history.
  history delete         Delete conversations.
  history export         Print all conversations as JSON, one on each line.
  history prune          Delete old conversations.
  history reconcile      Compare estimated costs with what was charged.
  history search         Search messages and answers.
  history show           Show a conversation.
  history unfinished     List calls that got no answer.

Your account:
  balance                Show the balance of the account or of the API key.
  stats                  Show the usage of the current month.
  logs                   Browse usage logs.
  tokens                 List and search your API keys.
  tokens create          Create an API key.
  tokens delete          Delete an API key.
  tokens get             Show one API key.
  tokens update          Change an API key.
  account                Show your account.
  doctor                 Check settings, network and keys, and suggest fixes.

Set up:
  init                   Set up your keys, default model and output format.
  config edit            Edit the config file in your editor, and check it.
  config get             Print the value of one setting.
  config path            Print the path of the config file.
  config profile list    List the profiles and their settings.
  config profile remove  Remove a profile and its keys.
  config profile show    Show the settings of a profile, and where each comes
                         from.
  config profile use     Make a profile the default.
  config set             Store one setting in the config file.
  config show            Show every setting, where its value comes from and what
                         it overrides.
  config unset           Remove one setting from the config file.
  alias list             List your aliases.
  alias remove           Remove an alias.
  alias set              Store a short name for a model or a command line.
  template edit          Edit a template in your editor, and check it.
  template list          List your templates.
  template save          Save the options and the message of a call as a
                         template.
  template show          Show a template.
  command add            Add a command of your own from a YAML file.
  command check          Check the file of a command, or all of yours.
  command import         Make a command for an endpoint of an OpenAPI document.
  command list           List your own commands.
  command remove         Remove a command of your own.
  completion bash        Print the completion script for bash.
  completion fish        Print the completion script for fish.
  completion install     Install the completion script for your shell.
  completion powershell  Print the completion script for PowerShell.
  completion zsh         Print the completion script for zsh.

Tools:
  exec                   Run a coding agent, or any program, through a local
                         gateway.
  serve                  Let other programs use your key through a local
                         gateway.
  mcp serve              Let an agent run commands as tools, over the Model
                         Context Protocol.
  skill install          Install a skill, so that a coding agent knows this
                         program.
  skill remove           Remove the skill that was installed for a coding agent.
  skill show             Print the index of the skill for coding agents.
  sandbox                Run a local server that answers from sample data.
  repl                   Run commands interactively, without the program's name.
  schema                 Print the commands and their options as JSON, for
                         programs and agents.
  help                   Show the help of a command or a topic.

Guides, with cometapi help GUIDE:
  guide-first-call  From nothing to a first answer: the sandbox, then your key.
  guide-scripting   Use answers in a shell script, and handle failures.
  guide-structured  Get answers as JSON that matches a schema.
  guide-tools       Let a model call a program of yours.
  guide-media       Make an image, a video and speech, and save them.
  guide-batch       Run a prompt for every row of a file, each row once.
  guide-budgets     Know what calls cost, and set a limit.
  guide-history     Find, continue, export and delete conversations.
  guide-agents      Use the program from a coding agent, or any other program.

Topics, with cometapi help TOPIC:
  agents          Run coding agents with a cap, and let agents use this program.
  audio           Text to speech, and speech to text or subtitles.
  authentication  The two credentials and what each is for.
  batch-clusters  Batches on several machines: Slurm, Kubernetes, Dask and
                  others.
  batch           Running many requests from a file, each once.
  budgets         Caps on what calls may cost.
  comparing       Several models side by side, tested and judged.
  config          The config file, its settings, and which value wins.
  context         Files, folders and web pages as context for a model.
  conversation    Commands and keys inside a conversation.
  embeddings      Embedding vectors of texts, and similarity search.
  environment     Environment variables that the program reads.
  estimates       What calls will probably cost, and did cost.
  exit-codes      What each exit code means.
  families        Images, videos and music with the providers' own endpoints.
  formats         The output formats.
  guides          Walks from a task to its result, step by step.
  images          Making and editing images, and what each model supports.
  network         Timeouts, retries, proxies and certificates.
  options         Options that most commands share.
  own-commands    Commands of your own, from YAML files.
  past            Conversations with models that are kept on this machine.
  privacy         What is kept on this machine, where, how long, and how to
                  remove it.
  schema          What programs and agents can read about every command.
  scripting       What scripts and CI can rely on.
  serve           A local gateway for other programs, with a budget.
  streaming       How answers arrive, and when an answer is complete.
  structured      Answers in JSON that follow a schema.
  templates       Prompts with a name, and short names for models and commands.
  tools           Let a model call programs on this machine.
  video           Starting videos and other tasks, and waiting for the results.

Options:
  -f, --format FORMAT       Output format.
  --json                    Print JSON; short for --format json.
  --fields NAME,...         Print only these fields, in this order, in any
                            format.
  --query EXPR              Filter the result with a JMESPath expression.
  --raw                     Print the service's reply unchanged.
  -o, --output FILE         Write the result to FILE, atomically; - means
                            stdout.
  --force                   Overwrite an existing file.
  --dry-run                 Print the request instead of sending it.
  --curl                    Print a curl command for the request instead of
                            sending it.
  --max-cost DOLLARS        Send nothing that could make the call cost more by
                            the catalog's prices (see help budgets).
  --max-calls N             Send at most N paid requests.
  --until TIME              Send no paid request after this time, such as 18:00,
                            +2h or 2026-01-31T18:00.
  --estimate                Print how many tokens and dollars the call would
                            probably take, as a range; nothing is sent or paid
                            (see help estimates).
  --save DIR                Save images and other media of the reply to this
                            folder.
  -h, --help                Show this help.
  -V, --version             Show the version.

General and network options: cometapi help options

Try it without a key: cometapi --sandbox chat "Hello"
"""
