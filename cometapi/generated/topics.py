"""Help on what belongs to no command. Made by `python -m codegen` from spec/. Do not edit."""

TOPICS = {
    "agents": {
        "summary": "Run coding agents with a cap, and let agents use this program.",
        "text": 'exec runs a coding agent with your key, without showing it the key and without changing a file of it:\n\n    cometapi exec --max-cost 2 -- claude\n\nIt starts a gateway on this machine (see serve), and the agent with variables that lead it there. The agent sends a token\nthat is only good for this run. When it has ended, stderr says how many requests it has sent and what they cost by the\ncatalog\'s prices. With --max-cost, --max-calls or --until a request that would cross the cap is refused, and the agent\nis told why; --models says which models it may use.\n\nThe other way round, an agent can use this program. So that one with a shell knows it and can call it, install a skill for it (skill show prints what it reads first):\n\n    cometapi skill install --for claude\n\nRun that again after an upgrade, or when commands of your own have changed: the skill has pages of those that you trust.\ndoctor says when it is out of date.\n\nAn agent that speaks the Model Context Protocol gets commands as tools, without a shell and without your key. That is how most\nclients write it down:\n\n    {\n      "mcpServers": {\n        "cometapi": {\n          "command": "cometapi",\n          "args": ["mcp", "serve", "--max-cost", "5", "--folder", "/home/me/pictures"]\n        }\n      }\n    }\n\nFor Claude Code: claude mcp add cometapi -- cometapi mcp serve --max-cost 5. The agent gets three tools: search finds\ncommands, describe shows the help of one, run runs one. What it may run, mcp serve decides for each call by what the\ncommand does, your own commands and aliases included:\n\n- What only reads: models, prices, balance, usage, tasks, documents.\n- Paid commands only with --max-cost, which holds for all requests of the server together, or with --max-calls, which lets it\n  send that many, also those that the catalog has no price for, such as videos of some providers. The caps of your settings\n  hold, too.\n- Files only with --folder: they are read from this folder and saved there, and no link leads out of it. It may neither be in a\n  folder of your settings and keys, nor hold one, nor hold this program.\n- Commands that change or delete something only with --allow-changes; --yes is still needed to delete.\n- Never: what shows or stores secrets (config get, tokens --show-keys), changes this machine (config set, alias set, batch run),\n  shows other conversations (history), runs programs (exec, --run-tools), or does not end by itself (serve, repl).\n\nData come as compact JSON, answers of models as text. A result of more than 48,000 bytes is cut at a record, and says what was\nleft out and how to ask for it. A call that the client cancels is broken off; what it may have cost stays booked. At the end\nstderr says what was spent.\n\nMore about exec. Its own options stand before --, and everything behind it is the agent\'s. --dry-run shows what would be set; --verbose\nsays what is set and removed. A second credential, and variables that lead to Amazon Bedrock or Google Vertex AI, are removed\nfrom the agent\'s environment. So is everything that begins with COMETAPI_, and whatever holds your key. If the agent has\nsettings files that count more than its environment, you are told before it starts.\n\nWhere an agent is started by another program, say which one it is:\n\n    cometapi exec --as codex -- npx @openai/codex\n\nAn alias shortens the call. Words behind -- are added to those of the alias:\n\n    cometapi alias set cc "exec --max-cost 2 -- claude"\n    cometapi cc -- -p "Fix the failing test"\n\nThe cap holds for what the agent sends through the gateway. When it runs cometapi itself, that uses the key of your config\nfile (there is none in its environment), and max_cost_per_day is the cap that holds for both (see help budgets).\n\nSignals, the terminal and the exit code are the agent\'s: Ctrl-C and Ctrl-Z work as without exec. If exec itself is killed,\nthe agent is, too (on Linux). This is how each agent is led to the gateway:',
        "tables": [
            (
                "",
                [
                    (
                        "aider",
                        "Aider: sets OPENAI_API_BASE, OPENAI_API_KEY. Its model is --model, or the setting default_model.",
                    ),
                    (
                        "claude",
                        "Claude Code: sets ANTHROPIC_BASE_URL, ANTHROPIC_AUTH_TOKEN. With --model also ANTHROPIC_MODEL.",
                    ),
                    ("codex", "Codex: sets OPENAI_API_KEY. Gets arguments of its own, too."),
                    (
                        "copilot",
                        "GitHub Copilot CLI: sets COPILOT_PROVIDER_TYPE, COPILOT_PROVIDER_BASE_URL, COPILOT_PROVIDER_API_KEY. Its model is --model, or the setting default_model.",
                    ),
                    (
                        "gemini",
                        "Gemini CLI: sets GOOGLE_GEMINI_BASE_URL, GEMINI_API_KEY, GEMINI_DEFAULT_AUTH_TYPE. With --model also GEMINI_MODEL.",
                    ),
                    (
                        "goose",
                        "Goose: sets GOOSE_PROVIDER, OPENAI_HOST, OPENAI_BASE_PATH, OPENAI_API_KEY. Its model is --model, or the setting default_model.",
                    ),
                    (
                        "opencode",
                        "OpenCode 1: sets OPENCODE_CONFIG_CONTENT. Its model is --model, or the setting default_model.",
                    ),
                    (
                        "qwen",
                        "Qwen Code: sets OPENAI_BASE_URL, OPENAI_API_KEY. Its model is --model, or the setting default_model.",
                    ),
                    (
                        "amp",
                        "Amp cannot be run. It sends its requests only to the service of its maker, where its models are chosen.",
                    ),
                    (
                        "cursor",
                        "Cursor CLI cannot be run. It sends its requests only to the service of its maker, where its models are chosen.",
                    ),
                    (
                        "droid",
                        "Factory Droid cannot be run. Other models can only be named in its settings file, and exec changes no file.",
                    ),
                    (
                        "any",
                        "Any other program: sets OPENAI_BASE_URL, OPENAI_API_KEY, ANTHROPIC_BASE_URL, GOOGLE_GEMINI_BASE_URL, GEMINI_API_KEY, OPENAI_API_BASE, ANTHROPIC_API_KEY. With --model also OPENAI_MODEL, ANTHROPIC_MODEL, GEMINI_MODEL.",
                    ),
                ],
            ),
        ],
    },
    "audio": {
        "summary": "Text to speech, and speech to text or subtitles.",
        "text": 'speech turns text into audio; transcribe turns audio into text or subtitles:\n\n    cometapi speech "Good morning" -o morning.mp3\n    cometapi speech "Dinner is ready" --play\n    cometapi transcribe talk.m4a\n    cometapi transcribe talk.m4a --response-format srt -o talk.srt\n    cometapi transcribe talk-in-german.mp3 --translate\n\nAudio is written to the file of --output, to a new file in the folder of --save, or to a pipe, but never to a terminal.\nThe path of a saved file is printed. The extension of a new name matches the real audio format; a name that you give is\nkept, with a note if its extension is wrong. A WAV file with a wrong length in its header is corrected when it is saved,\nbut not in a pipe.\n\n--play uses the first of these players that is installed and supports the format: afplay, mpv, ffplay, cvlc, mpg123,\npw-play, paplay, aplay. If the audio cannot be played and was not saved, it is saved in the current folder, even after\nCtrl-C.\n\ntranscribe uploads files of any size. Audio from a pipe is first written to a temporary file, and its format is detected\nfrom its contents; such a request is never repeated automatically. By default only the text is printed; --json prints\nthe whole record, and --response-format the service\'s reply unchanged. For timestamps of words or segments, use\n--response-format verbose_json.',
        "tables": [],
    },
    "authentication": {
        "summary": "The two credentials and what each is for.",
        "text": "An API key (sk-...) pays for model calls: `cometapi config set api_key`, or the variable COMETAPI_KEY.\nA personal access token opens account data: `cometapi config set access_token`, or COMETAPI_ACCESS_TOKEN.\nOne cannot replace the other, and a command needs only the one that it uses. The model catalog needs none.\n\nKeys are made at https://www.cometapi.com/console/token, access tokens at https://www.cometapi.com/console/personal.\nNo command takes a secret as an option. Wherever one is shown, only its last four characters are visible.\n\nA secret can stay out of the config file. A password manager prints it when it is needed:\n\n    cometapi config set api_key_command \"pass show comet\"\n\nThe program is run without a shell, for no longer than a minute, and what it prints is never shown; its first line is\nthe key. Or the system's keyring keeps what config set and init are given, once the library for it is installed\n(from a checkout: pipx install '.[keyring]'):\n\n    cometapi config set secret_store keyring\n    cometapi config set api_key\n\nThe variable overrides the file, the file overrides the program, and the program overrides the keyring.",
        "tables": [],
    },
    "batch-clusters": {
        "summary": "Batches on several machines: Slurm, Kubernetes, Dask and others.",
        "text": 'A batch can be divided into parts, which any scheduler of jobs can run, or its requests can be sent by the workers of a\nDask cluster.\n\nParts. A job runs the part I of N with --shard I/N, and gives it its own RESULTS. Which rows belong to a part depends on\ntheir IDs alone. Every job needs the file of rows, a key (COMETAPI_KEY, or its config file), and a folder for RESULTS that\nis still there when the job is started again, on this machine or another. A job that is started again continues where it\nended and never repeats a request that may have been charged, so let the scheduler retry as often as it likes. When all\nrows of a part have ended, there is RESULTS.done. At the end batch join checks that no part is missing:\n\n    cometapi batch join requests.jsonl part-*.jsonl -o joined.csv\n\nSlurm. --shard auto takes part and count from the array. SIGINT two minutes before the time is over lets the requests in\nprogress end:\n\n    #!/bin/bash\n    #SBATCH --array=1-8 --requeue --signal=INT@120\n    srun cometapi batch run requests.jsonl -o part-$SLURM_ARRAY_TASK_ID.jsonl --shard auto\n\nKubernetes. An indexed job does not know how many parts there are; auto/8 says it. A part with failed or unknown rows\nexits with 3, which another try cannot change, so here it counts as done:\n\n    apiVersion: batch/v1\n    kind: Job\n    metadata: {name: prompts}\n    spec:\n      completionMode: Indexed\n      completions: 8\n      parallelism: 8\n      template:\n        spec:\n          restartPolicy: OnFailure\n          volumes: [{name: data, persistentVolumeClaim: {claimName: prompts}}]\n          containers:\n            - name: part\n              image: registry.example.org/cometapi\n              workingDir: /data\n              volumeMounts: [{name: data, mountPath: /data}]\n              envFrom: [{secretRef: {name: cometapi}}]\n              command:\n                - sh\n                - -c\n                - >-\n                  cometapi batch run requests.jsonl -o part-$JOB_COMPLETION_INDEX.jsonl --shard auto/8 || [ $? = 3 ]\n\nGNU parallel, on this machine, or on others that see the same folder:\n\n    parallel cometapi batch run requests.jsonl -o part-{}.jsonl --shard {}/8 ::: 1 2 3 4 5 6 7 8\n    parallel --wd . -S host1,host2 cometapi batch run requests.jsonl -o part-{}.jsonl --shard {}/8 ::: 1 2 3 4 5 6 7 8\n\nAirflow, one mapped task per part:\n\n    run = "cometapi batch run /data/requests.jsonl -o /data/part-{0}.jsonl --shard {0}/8 || [ $? = 3 ]"\n    lines = [run.format(n) for n in range(1, 9)]\n    BashOperator.partial(task_id="part", retries=5).expand(bash_command=lines)\n\nRay and Spark, one task per part; each task runs the command and gives back its exit code:\n\n    def part(n):\n        line = f"cometapi batch run /data/requests.jsonl -o /data/part-{n}.jsonl --shard {n}/8"\n        return subprocess.run(line.split()).returncode\n\n    ray.get([ray.remote(part).remote(n) for n in range(1, 9)])\n    spark.sparkContext.parallelize(range(1, 9), 8).map(part).collect()\n\nWhat parts cannot promise:\n\n- --parallel, --rpm, --tpm, --max-cost and --max-calls hold for each part by itself: divide them by the number of parts.\n  max_cost_per_day is counted in the state folder of each machine.\n- Two jobs with one RESULTS at the same time (a speculative copy, a job that was given up but still runs) are refused\n  only if the file system locks across machines: local disks, NFS 4 and most cluster file systems do. Some, such as\n  Lustre mounted without flock, do not; turn off speculative copies there (spark.speculation).\n- If a folder of results is lost with its machine, nobody knows any more what was sent.\n\nDask. The library has to be installed on this machine, and together with this program, in the same version, where the\nscheduler and the workers run (from the checkout: pipx install \'.[dask]\' here, pip install \'.[dask]\' in the environment of\nthe cluster):\n\n    dask scheduler --host 127.0.0.1 --port 8786\n    dask worker tcp://127.0.0.1:8786 --host 127.0.0.1 --nthreads 50\n    cometapi batch run requests.jsonl -o results.jsonl --engine dask --scheduler tcp://127.0.0.1:8786\n\nEach row is a task. A worker sends as many requests at once as it has threads, and this machine gives out no more tasks\nthan there are threads, so that a million rows are never a million tasks. Limits and caps are kept here, for the whole\ncluster; results and journal are written here, and a later run may use any engine. Only images, audio and video are saved\nby the workers, so their RESULTS must be in a folder that all machines see under one path.\n\nKeys. No key is sent to the cluster. Each worker reads its own from COMETAPI_KEY or its config file; it must be the key of\nthis machine, which is compared by a digest, else nothing is sent. Prompts and answers do travel, without encryption\nunless the cluster uses TLS (tls://). Whoever reaches a scheduler can run code on its workers: bind it to 127.0.0.1 or a\nprivate network.\n\nWhat happens when something dies. A request is recorded in RESULTS.journal before its task exists, and a worker must get\nleave from the scheduler before it sends, which is given once per request, however often Dask runs the task.\n\n- A worker: its requests in progress are unknown (see help batch), all others go to other workers.\n- The scheduler, or the connection to it: nothing more is sent; what was in progress is unknown, the exit code is 69.\n- This machine: workers send no more; what was in progress is unknown to the next run.\n\nUnknown rows are sent again only with --resend-unknown. Start the run again with the same command.\n\nWhat a Dask cluster cannot promise: that a request is answered exactly once (nobody can tell what became of the request of\na worker that died), or that --parallel holds while a worker that was given up still waits for its answer; the budget\ndoes, because such a request stays booked. Two runs on one cluster have a limit each. And a request through Dask takes\nabout 20 ms of processor time, 5 of them in the scheduler: fine for answers that take seconds, slow for those that take\nnone (50 requests a second where scheduler, worker and run share two cores; the local engine sends 200).',
        "tables": [],
    },
    "batch": {
        "summary": "Running many requests from a file, each once.",
        "text": "batch run sends a request for every row of a file and writes one line per row into the results, whether the row was\nanswered or failed:\n\n    cometapi batch run requests.jsonl -o results.jsonl\n    cometapi batch run lines.txt -o out.jsonl\n    cometapi batch run cities.csv -o out.jsonl -- chat -m gpt-5.4-mini \"A sight in {city}?\"\n    cometapi batch run reviews.jsonl -o out.jsonl --template sentiment\n\nRows. OpenAI's batch form (custom_id, method, url, body) and Anthropic's (custom_id, params) are sent as they are, to\nthe paid endpoints of this program only. Lines of text go to chat, or to the command line behind --. The columns of CSV,\nTSV and JSON Lines are filled into the places {column} of a command line, such as {city} or {First Name}, or of a template;\nwhat a cell holds is never taken for an option or filled in again, and {{city}} is the text {city}. Any paid command that\nsends one request will do: chat, messages, gemini, responses, image, speech, embed, video create and others, also one of your\nown (help own-commands). A row without\na custom_id (--id COLUMN names another column) gets a hash of its content as its ID. Blank lines, and rows of a table whose\ncells are all blank, are no rows. Before anything is sent, every row is read: a row that cannot be run, or two with the same\nID, stop the run with exit code 2.\n\nResults. Each line has the form of OpenAI's batch output (id, custom_id, response, error), and also model, usage,\ncost_usd_estimate, attempts, milliseconds, and files: images, audio and video are saved in RESULTS.files. The lines\nstand in the order in which rows ended, or with --order input in the order of the rows. batch join\nputs them beside the rows.\n\nRunning again. The same command continues where a run ended, however it ended. A row with a line in the results is\nskipped; --retry-errors runs the failed ones again. A row that has an answer to another request than today's stops the\nrun, unless you give --rerun changed. Before a request leaves, RESULTS.journal records it. If the connection broke or the\nprogram was killed before the answer was written, the request may have been charged: the row is unknown, and only sent\nagain with --resend-unknown. The same holds for rows whose line, or whose journal, was lost. Two runs with the same\nresults at the same time are refused.\n\nLimits. By default a few requests are sent at once, and more as long as the service takes them; when it refuses some\nfor load (429, 503), there are fewer. A refused row is sent again after as long as the service asks, up to 10 times\n(--retries), while others go on. --parallel, --rpm and --tpm set limits. A key that is refused, an empty balance or a model\nthat does not exist stop the run, or the rows of that model; --max-errors N stops it after N failed rows. A row's own\nerror never does.\n\nMoney. --max-cost, --max-calls and --until hold for all runs of the same results together (help budgets).\n\nWatching. A terminal shows the progress in a line, a log gets a JSON object every 5 s. batch status RESULTS shows it from\nelsewhere, batch limits RESULTS --parallel 50 changes the limits of a running batch, and batch cancel RESULTS ends\nit. Ctrl-C waits for the requests in progress, a second one stops at once; both can be continued.\n\nExit codes: 0 when every row is answered, 3 when some failed, are unknown or were not run, 75 for a cap, 77 or 1 for a\nkey or balance that is refused, 69 when the service cannot be reached, 130 after Ctrl-C.\n\nSeveral machines. --shard 2/5 runs the second of five parts: a row belongs to a part by a hash of its ID, whatever\nother rows there are. --shard auto takes part and count from a Slurm array, --shard auto/5 the part from the completion\nindex of a Kubernetes job. An array that leaves out tasks (1,5,7) has no parts that a task could know, and is refused.\nGive each part its own RESULTS. When all rows of a part have ended, RESULTS.done is written. help batch-clusters has\nexamples for Slurm, Kubernetes and others, and for --engine dask.\n\nJoining. batch join ROWS RESULTS... prints every row with its answer or error, in the order of the rows, and takes the\nresults of all parts:\n\n    cometapi batch join cities.csv part-1.jsonl part-2.jsonl -o joined.csv\n\nA row without a result stands there too, with the error no_result. If a row, a part or a line of the results is missing,\ndamaged or foreign, stderr says which, and the exit code is 3.",
        "tables": [],
    },
    "budgets": {
        "summary": "Caps on what calls may cost.",
        "text": "A cap is checked before a paid request is sent, by the most that the request may cost. One that does not fit is not sent,\nand the call exits with 75:\n\n    cometapi chat \"Hello\" --max-cost 0.05          Dollars for this call.\n    cometapi chat --max-cost 2 --until 18:00       A conversation, for $2 and until six.\n    cometapi embed --lines all.txt --max-calls 10  At most ten requests.\n    cometapi config set max_cost_per_day 5         Dollars a day, for every call.\n\nThe most that a request may cost is computed from the catalog's prices, the length of the text, the maximum output tokens\n(--max-tokens), and the number of answers. Without --max-tokens the limit of the model counts, which is often far more\nthan an answer has; set max_tokens_under_cap to a number that is sent in its place whenever a cap applies. With images,\ndocuments or stored conversations, the most that the model can hold counts as the input.\n\nThat amount is booked before the request is sent. When the answer is complete, the booking is replaced by what the answer\nused. If the service refused the request, the booking is removed. If it is unknown whether the service took the request (the\nconnection broke, no answer came in time, a stream was cut), the whole amount stays booked.\n\nIf the catalog has no price for the model, or nothing limits what the request may cost, it is not sent under a cap in\ndollars; neither is a request of a command of your own to another service. --max-calls and --until need no price. A cap of 0 allows nothing.\n\nmax_cost_per_day covers the local calendar day and all processes on this machine. Set in a profile, it counts the calls of\nthat profile; otherwise, those of the API key. It only counts calls that were made while it was set. The amounts are kept\nin ~/.local/state/cometapi/ledger.db, with the day, the profile and a digest of the key, but nothing about the calls. If the\nfile cannot be read or written, nothing paid is sent. With --sandbox, spending is counted in memory, from 0.\n\nA cap is as exact as the catalog's prices. What the service charges may differ: see cometapi logs and cometapi balance.",
        "tables": [],
    },
    "comparing": {
        "summary": "Several models side by side, tested and judged.",
        "text": 'compare sends one message to several models at once, each through the command that serves it by the catalog (chat where\nnobody knows). Their answers stand in the order asked: in columns on a terminal of 100 columns or more, else one after\nanother. Behind them is a table of the time to the first token, the whole time, tokens and estimated cost.\n\n    cometapi compare "Explain DNS" -m gpt-5.4 -m claude-sonnet-4-6\n\n--expect says what each answer has to hold. It may be given several times, and is checked before anything is sent:\n\n    --expect "(?i)yes"               A regular expression, found anywhere in the answer.\n    --expect "regex:json:x"          The same, for one that begins like another kind.\n    --expect "json:age > `18`"       A JMESPath expression that is true of an answer in JSON.\n    --expect "schema:name, age int"  A schema that an answer in JSON matches: a file, JSON, or fields.\n\n--judge names a model that ranks the answers, the best first, with reasons. It sees them in an order that is drawn anew\neach time, without the models\' names, also where an answer says them. What it costs is told on stderr.\n\n    cometapi compare "A haiku" -m gpt-5.4 -m claude-sonnet-4-6 --judge gemini-2.5-flash --json\n\nWith a machine format each model is a record: model, command, answer, first_token and duration (milliseconds), tokens,\ninput_tokens, output_tokens, cost_usd_estimate, expect, expect_reason, rank, reason, error.\n\nWhen a model fails, the others\' answers are printed all the same, and the exit code is 3; it is the code of the cause when\nall fail by the same one, and 77 or 64 whenever a key is refused or missing. It is 3, too, when the judge fails or cannot be\nunderstood, and 1 when everything came and an answer does not hold what is expected. Ctrl-C keeps what came.',
        "tables": [],
    },
    "config": {
        "summary": "The config file, its settings, and which value wins.",
        "text": "The file is $XDG_CONFIG_HOME/cometapi/config.toml (~/.config/cometapi/config.toml when unset); `cometapi config path`\nprints where. The nearest value wins: an option, then the environment, then the file, then the default.\n`cometapi config show` shows where each value comes from and what it overrides.\n\n`cometapi init` asks for what is needed, `config set` stores one setting, `config edit` opens the file in your editor.\n`cometapi doctor` checks all of it, the network and the keys.\n\nSeveral accounts: `cometapi config set api_key --profile work` creates a profile, the table [profiles.work] of the file.\n--profile work, the variable COMETAPI_PROFILE or `cometapi config profile use work` selects it. A profile overrides\nthe rest of the file, and the environment too when --profile names it. Keys and tokens belong to one\nprofile: no profile uses those of another, or those at the top of the file, which are the profile default's.\n\nThe file is private (0600), is replaced atomically, and keeps your comments.",
        "tables": [
            (
                "",
                [
                    (
                        "profile",
                        "Profile whose keys and settings are used; default means those outside of all profiles. [default: default] [env: COMETAPI_PROFILE]",
                    ),
                    (
                        "api_key",
                        "API key (sk-...) for model calls, from https://www.cometapi.com/console/token [env: COMETAPI_KEY]",
                    ),
                    (
                        "access_token",
                        "Personal access token for account calls, from https://www.cometapi.com/console/personal [env: COMETAPI_ACCESS_TOKEN]",
                    ),
                    (
                        "api_key_command",
                        "Program that prints the API key, such as pass show comet. It is run without a shell, when the key is needed.",
                    ),
                    ("access_token_command", "Program that prints the access token."),
                    (
                        "secret_store",
                        "Where config set and init put secrets: the config file, or the system's keyring. [choices: file, keyring] [default: file]",
                    ),
                    (
                        "base_url",
                        "URL of the OpenAI-compatible API; other endpoints are derived from it. [default: https://api.cometapi.com/v1] [env: COMETAPI_BASE_URL]",
                    ),
                    (
                        "plain_http",
                        "Whether a base URL may be plain http to another machine, which exposes your keys on the network. [choices: refuse, allow] [default: refuse]",
                    ),
                    ("default_model", "Default model. [default: gpt-5.4] [env: COMETAPI_DEFAULT_MODEL]"),
                    (
                        "image_model",
                        "Default model of image and image edit. [default: gpt-image-2] [env: COMETAPI_IMAGE_MODEL]",
                    ),
                    ("video_model", "Default model of video create. [default: sora-2] [env: COMETAPI_VIDEO_MODEL]"),
                    (
                        "output_format",
                        "Format of every command that prints data. [choices: table, json, jsonl, yaml, csv, markdown] [default: table]",
                    ),
                    (
                        "timeout",
                        "Seconds to wait for the first byte, and between two parts of a stream; 60, and 600 for a model's answer, when not set. [env: COMETAPI_TIMEOUT]",
                    ),
                    (
                        "plain",
                        "Whether output only appends, for screen readers and logs, as with --plain. [choices: on, off] [default: off] [env: COMETAPI_PLAIN]",
                    ),
                    (
                        "history",
                        "Which calls to models are kept on this machine: all, those from a terminal (never in CI), or none (off). [choices: all, terminal, off] [default: terminal] [env: COMETAPI_HISTORY]",
                    ),
                    (
                        "history_max_age",
                        "Days after which an unused conversation is deleted from the history. [default: 365]",
                    ),
                    (
                        "history_max_size",
                        "Maximum size of the history in megabytes; the least recently used conversations are deleted first. [default: 500]",
                    ),
                    (
                        "max_cost_per_day",
                        "Cap in dollars on what paid calls may cost a day by the catalog's prices, over all processes (see help budgets). [env: COMETAPI_MAX_COST_PER_DAY]",
                    ),
                    (
                        "max_tokens_under_cap",
                        "Maximum output tokens of a call under a cap on its cost that does not say how many it wants.",
                    ),
                    (
                        "connect_timeout",
                        "Seconds that a connection may take. [default: 10] [env: COMETAPI_CONNECT_TIMEOUT]",
                    ),
                    (
                        "retries",
                        "How many times to retry a request that is safe to retry. [default: 2] [env: COMETAPI_RETRIES]",
                    ),
                    (
                        "retry_max_wait",
                        "Longest wait between retries, in seconds; if the service asks for a longer one, the call ends. [default: 30] [env: COMETAPI_RETRY_MAX_WAIT]",
                    ),
                    ("ca", "PEM file of certificates to trust instead of the system's. [env: COMETAPI_CA]"),
                    (
                        "client_cert",
                        "Client certificate in PEM, for services and proxies that want one. [env: COMETAPI_CLIENT_CERT]",
                    ),
                    (
                        "client_key",
                        "Key of the client certificate in PEM, where it is in a file of its own. [env: COMETAPI_CLIENT_KEY]",
                    ),
                ],
            ),
        ],
    },
    "context": {
        "summary": "Files, folders and web pages as context for a model.",
        "text": 'chat, messages, gemini and responses put what --file names before the message, in the order given:\n\n    cometapi chat "What is wrong here?" -F main.py -F error.log\n    cometapi chat "Summarize the API" -F \'src/**/*.py\'\n    cometapi chat "Is this still true?" -F https://example.com/page\n    git diff | cometapi chat "Review this" -F - -F CONTRIBUTING.md\n\nThe bytes of a file decide what it is, not its name. Text is sent as text, between fences that it cannot close, under its name;\nUTF-8, UTF-16 and UTF-32 with a byte order mark, and what says its own encoding. PDFs, images, audio and video are sent\nas the protocol takes them. Archives and other binary files are refused before anything is sent.\n\nA folder means all files in it and below it, a pattern (quoted) those that it matches, with ** for any number of folders. Files whose\nname begins with a dot count only where the dot is written; .gitignore is not read. What cannot be sent is left out, and a\nnote names it. Each --file may take up to 1,000 files and 20 MiB, all of them together 100 MiB as they are sent.\n\nA page is fetched from here, without any key or cookie, and sent as its text without markup, scripts and styles. At most\nfive redirects are followed, 20 MiB read, and 30 seconds waited. A redirect into a private network is followed\nonly to the host that you named, and only where that was in one from the start; the addresses of cloud credentials are never read. Behind a proxy the proxy looks\nup names, so only addresses and local names can be judged. --dry-run and --curl read no pages.\n\nThe link of an image, a PDF or another medium is sent as a link where the protocol takes one; --link sends any as a link.\n\n--usage prints an estimate of the tokens of each --file before anything is sent. A note says when a request is too long\nfor its model, by the catalog that `cometapi models` keeps; with --strict such a request is not sent.',
        "tables": [],
    },
    "conversation": {
        "summary": "Commands and keys inside a conversation.",
        "text": 'chat, messages, gemini and responses begin a conversation when they are run on a terminal without a message. The options\ngiven hold for all of it.\n\n    cometapi chat --model claude-sonnet-4-6 --system "Be brief."\n\nA line that begins with / is a command:\n\n    /model [NAME]   Show or choose the model that answers.\n    /system [TEXT]  Show or set the system prompt; - for none.\n    /clear          Forget all messages but the system prompt.\n    /history        Show the conversation so far.\n    /find TEXT      Show the messages that contain TEXT.\n    /copy           Copy the last answer to the clipboard.\n    /conversations  List kept conversations.\n    /continue [ID]  Continue a kept conversation.\n    /name NAME      Give this conversation a name.\n    /fork           Continue in a copy of this conversation.\n    /save FILE      Save the conversation as .md or .json.\n    /save! FILE     The same, overwriting an existing file.\n    /load FILE      Continue a saved conversation.\n    /edit [TEXT]    Write a message in your editor.\n    /file PATH|URL  Send a file or page with the next message.\n    /image PATH|URL Send an image with the next message.\n    /template [NAME]  List templates, use one, or save one.\n    /retry          Answer the last message again.\n    /undo           Remove the last message and its answer.\n    /tokens         Estimate the conversation\'s tokens.\n    /usage          Show the tokens that the service counted.\n    /cost           Show what the answers have cost so far.\n    /multiline      Make Enter add a line, and Esc Enter send.\n    /help           List commands and keys.\n    /exit           Leave; so do /quit, /q and Ctrl-D.\n\nThese keys work while you type:\n\n    //...           Send a message that begins with a slash.\n    Esc Enter       Add a line; so does a \\ at the end.\n    Tab             Complete commands, names and files.\n    Ctrl-C          Stop the answer; clear the line.\n\nEvery message and its answer are kept as they come (see cometapi help past, and help privacy for how to keep less), so\nthat leaving, Ctrl-C and a closed window lose nothing. Continue at the prompt or in a script:\n\n    cometapi chat -c\n    cometapi chat -c "And in French?"\n    cometapi chat "And in French?" --continue=q7k2m9xw4p\n\n/retry, /undo and /clear begin another conversation; what they took back stays in the one before. A message that the\nservice refused is left out when you write another one. A file that /save wrote as .json can be continued, too:\n\n    cometapi chat "And in French?" --messages conversation.json',
        "tables": [],
    },
    "embeddings": {
        "summary": "Embedding vectors of texts, and similarity search.",
        "text": 'embed creates a vector for each text: its arguments, each line of stdin or of --lines, or a field of JSON Lines:\n\n    cometapi embed "a red fox" --json\n    cometapi embed --lines titles.txt -o titles.jsonl\n    cometapi embed --jsonl items.jsonl --field title -m text-embedding-3-small -o titles.npy\n    cometapi similar "animals" titles.jsonl --limit 5\n\nThe texts are sent in as few requests as possible, several at once, and the vectors are printed in the order of the texts.\n--parallel, --rpm and --tpm limit the requests (see help network). A blank line\nis not sent; it keeps its place and has no vector. If a request is rejected, it is split in halves until the rejected\ntext is found; that text has no vector, the others do, and the command exits with 3. If the connection breaks, the\nvectors received so far are printed, and the remaining texts have none.\n\nOutput is JSON Lines unless the file name ends in .json, .csv, .yaml or .npy, or --format is given. Each record contains\nthe name of its model, and similar rejects a different one. A NumPy array (.npy) cannot contain it, so --model is\nrequired for embed and similar; a text without a vector is a row of NaN.\n\nsimilar sorts by cosine similarity: 1 means the same direction, 0 no similarity. Texts without a vector, or with one of\nonly zeros, come last and have no score. All vectors must have the same number of dimensions.',
        "tables": [],
    },
    "environment": {
        "summary": "Environment variables that the program reads.",
        "text": "An empty variable counts as unset. In addition, HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE are honoured for the network\n(--ca overrides SSL_CERT_FILE), NO_COLOR and FORCE_COLOR for colour (--color overrides them), PAGER for long help, CI to\nnever prompt (as with --no-input), and XDG_CONFIG_HOME and XDG_CACHE_HOME for where files are kept.",
        "tables": [
            (
                "",
                [
                    (
                        "COMETAPI_PROFILE",
                        "Profile whose keys and settings are used; default means those outside of all profiles.",
                    ),
                    ("COMETAPI_KEY", "API key (sk-...) for model calls, from https://www.cometapi.com/console/token"),
                    (
                        "COMETAPI_ACCESS_TOKEN",
                        "Personal access token for account calls, from https://www.cometapi.com/console/personal",
                    ),
                    ("COMETAPI_BASE_URL", "URL of the OpenAI-compatible API; other endpoints are derived from it."),
                    ("COMETAPI_DEFAULT_MODEL", "Default model."),
                    ("COMETAPI_IMAGE_MODEL", "Default model of image and image edit."),
                    ("COMETAPI_VIDEO_MODEL", "Default model of video create."),
                    (
                        "COMETAPI_TIMEOUT",
                        "Seconds to wait for the first byte, and between two parts of a stream; 60, and 600 for a model's answer, when not set.",
                    ),
                    ("COMETAPI_PLAIN", "Whether output only appends, for screen readers and logs, as with --plain."),
                    (
                        "COMETAPI_HISTORY",
                        "Which calls to models are kept on this machine: all, those from a terminal (never in CI), or none (off).",
                    ),
                    (
                        "COMETAPI_MAX_COST_PER_DAY",
                        "Cap in dollars on what paid calls may cost a day by the catalog's prices, over all processes (see help budgets).",
                    ),
                    ("COMETAPI_CONNECT_TIMEOUT", "Seconds that a connection may take."),
                    ("COMETAPI_RETRIES", "How many times to retry a request that is safe to retry."),
                    (
                        "COMETAPI_RETRY_MAX_WAIT",
                        "Longest wait between retries, in seconds; if the service asks for a longer one, the call ends.",
                    ),
                    ("COMETAPI_CA", "PEM file of certificates to trust instead of the system's."),
                    ("COMETAPI_CLIENT_CERT", "Client certificate in PEM, for services and proxies that want one."),
                    ("COMETAPI_CLIENT_KEY", "Key of the client certificate in PEM, where it is in a file of its own."),
                    (
                        "COMETAPI_SANDBOX_CLOCK",
                        "Moment at which the clock of the sandbox stands, such as 2026-03-25, for output that is to look the same on every day; its samples count from now when it is not set.",
                    ),
                ],
            ),
        ],
    },
    "estimates": {
        "summary": "What calls will probably cost, and did cost.",
        "text": '--estimate prints what a paid command would use, as a range, and sends nothing. It needs no key and is not recorded:\n\n    cometapi chat "What is a monad?" --estimate                Tokens and dollars.\n    cometapi chat "What is a monad?" --estimate --max-tokens 200 --json\n    cometapi batch run rows.jsonl -o out.jsonl --estimate      The rows that are still to be sent.\n\nThe prices are the catalog\'s, from the copy on this machine or fetched, which is free. The tokens are learnt from the\nanswers of the same model in the history, if it has at least five: how many bytes of text make a token, and how long\nanswers are. Only the newest 1,000 calls are looked at. Without them the tokens are a guess, and that is said: 2 to 6 bytes\nper token, and 1 to 8,000 tokens for an answer (50 to 20,000 for a generated medium). --max-tokens and the limit of the\nmodel bound the answer, and --n multiplies it.\n\nImages, documents, web search and stored conversations can count as all that the model takes. If a model is paid by the\nrequest or by the second, the cost is exact by the catalog, and tokens do not matter. If the cost is not known, it is\n"unknown" (null in JSON), never 0. Requests that depend on an answer (tools, repairs, a judge) are not counted, nor is\ntext of a page that --file would fetch.\n\nHow good is it? For six sample replies (chat, messages, responses, gemini, embed and image), the tokens were within the guess, whose upper end was up to\n50 times the input and 300 times the answer. Learnt ranges are narrower: in a simulation, 87 to 99 of 100 answers were within\nthe range learnt from 5 to 100 others, the fewer the more their lengths differ. An estimate is no limit; for that, see\nhelp budgets.\n\nAfterwards, compare the estimated costs of answers in the history with what the service charged (access token needed):\n\n    cometapi history reconcile                                 The last seven days, by request ID.',
        "tables": [],
    },
    "exit-codes": {
        "summary": "What each exit code means.",
        "text": "The same cause has the same code in every command, so that a script can tell a wrong key from a service that is\ndown. With a machine format an error is also one JSON object on stderr.",
        "tables": [
            (
                "",
                [
                    ("0", "Success."),
                    ("1", "The service refused or failed the request."),
                    ("2", "Invalid arguments."),
                    ("3", "Partial: some of several calls failed, and the others are printed."),
                    ("64", "Configuration missing: a key or token that the command needs."),
                    (
                        "69",
                        "Service unavailable: no connection, a time-out, an overload after the retries, a stream that was cut.",
                    ),
                    ("75", "Stopped by a cap on what may be spent, or by a time: nothing more was sent."),
                    ("77", "Authentication error: the key or token is not accepted."),
                    ("78", "Configuration file unreadable or wrong."),
                    ("126", "The program to run is there, and cannot be run."),
                    ("127", "The program to run is not there."),
                    ("129", "Ended because its terminal was closed (SIGHUP)."),
                    ("130", "Interrupted (Ctrl-C)."),
                    ("143", "Ended by another program (SIGTERM)."),
                ],
            ),
        ],
    },
    "families": {
        "summary": "Images, videos and music with the providers' own endpoints.",
        "text": 'image, video and speech serve the models of many providers, each through one endpoint. For features that only a\nprovider\'s own endpoint has, there are commands named after the provider. They all work alike:\n\n    cometapi kling text2video "a fox in the snow"                   start a task and print its ID\n    cometapi kling wait 831922345719271433 -o fox.mp4               wait for the task and save the result\n    cometapi kling get 831922345719271433                           show the status, save nothing\n    cometapi kling text2video "a fox in the snow" --wait -o fox.mp4 start, wait and save\n\n    Start                              Check and wait         Result\n    midjourney imagine, action, modal  midjourney get, wait   images\n    midjourney blend                   midjourney get, wait   one image made from several\n    midjourney edit                    midjourney get, wait   an edited image\n    midjourney video                   midjourney get, wait   a video\n    midjourney describe                midjourney get, wait   prompts that describe an image\n    kling text2video, image2video      kling get, wait        a video\n    runway image2video                 runway get, wait       a video\n    grok video, edit                   grok get, wait         a video\n    seedance create                    seedance get, wait     a video\n    flux create                        flux get, wait         an image\n    replicate create                   replicate get, wait    depends on the model\n    bria create                        (no waiting)           images\n    bria edit                          bria get, wait         an edited image\n    suno create                        suno get, wait         songs (older endpoint)\n\nAn older endpoint is no longer listed in the service\'s documentation and may stop working.\n\nA task is charged when it starts. It is never started twice automatically; its ID is printed to stderr and recorded\nfirst. Ctrl-C ends the wait, not the task, and prints the command to continue with. Kling accepts your own ID (--own-id,\ngenerated if omitted): running the command again with the same ID does not start a second task.\n\nA wait command exits with 0 when the files are saved; with 1 when the task failed, has no result or needs input; and\nwith 69 when it was not done in time. A Midjourney task with the status MODAL needs input: use midjourney modal.\n\nOnly the options you give are sent. Use --set KEY=VALUE for fields without an option (for Replicate, --set\ninput.KEY=VALUE), or --body FILE for a complete request.',
        "tables": [],
    },
    "formats": {
        "summary": "The output formats.",
        "text": "Choose with --format or --json, before or after the command, or once for all with the setting output_format. Every\nformat carries the same records. People see $0.0025 and local time; machines get 0.0025 and ISO 8601 in UTC. A value\nthat the service did not send is null for machines and empty for people.\n\nA spreadsheet would run CSV text that begins with = + - @, a tab or a carriage return as a formula: such cells and\nheaders are prefixed with an apostrophe, but not numbers. logs --export is the service's own file, byte for byte, and\nbatch join writes texts as they are.\n\n--plain, or the setting plain, is for screen readers and for logs of a terminal: output is only appended, without\nstyles or redrawing, Markdown stays as the model wrote it, and questions are asked one line at a time.\n\nOn a terminal, control characters in the service's text are shown instead of executed, in every format and with --raw:\nan escape sequence loses its ESC. JSON and YAML use equivalent escapes, also in a pipe. All other output to a pipe or\nfile is byte for byte; --raw-text shows an answer's own bytes on the terminal.",
        "tables": [
            (
                "",
                [
                    ("table", "Columns for reading, fitted to the terminal; an answer's plain text."),
                    ("json", "One JSON value, indented."),
                    ("jsonl", "One JSON value a line, for lists that are long."),
                    ("yaml", "The same as YAML."),
                    ("csv", "A header line and one line a record, RFC 4180."),
                    ("markdown", "A Markdown table; an answer's own Markdown, untouched."),
                ],
            ),
        ],
    },
    "guide-agents": {
        "summary": "Use the program from a coding agent, or any other program.",
        "text": "An agent needs to know what it may type, to read every result, to tell failures apart, and to be unable to spend more\nthan it should. Each step is one of these.",
        "tables": [],
        "steps": [
            (
                "Read what a command takes, what it costs and what it prints. Without a name, schema describes every command.",
                "cometapi schema balance | jq -c '{command, effect, cost, exits}'",
            ),
            (
                "Or get it as a tool for a model, in the form of openai, anthropic, gemini or mcp.",
                "cometapi schema balance --tools openai",
            ),
            (
                "Get results as JSON. Every command that prints records takes --json, and the fields do not depend on the terminal.",
                "cometapi models --json --limit 2 --fields id,type,input_price",
            ),
            (
                "Get errors as JSON. With a machine format an error is one object on stderr, with the exit code and a hint; stdout stays empty.",
                'cometapi chat "Hello" --model no-such-model --json',
            ),
            (
                "Look up exit codes. The same cause has the same code in every command, so that 77 is always the key.",
                "cometapi help exit-codes",
            ),
            (
                "Check a call before it is made. --dry-run prints the request, needs no key, and costs nothing.",
                'cometapi chat "Summarize the changes" --max-tokens 200 --dry-run',
            ),
            (
                "Cap what it can spend. A call that could go over the cap is not sent, and exits with 75; max_cost_per_day caps all calls of a day.",
                'cometapi chat "Summarize the changes" --max-tokens 200 --max-cost 0.01 --max-calls 1',
            ),
            (
                "Make sure that it never waits for a person. With --no-input a question is an error that names the option; what deletes something needs --yes.",
                "cometapi tokens delete 1 --no-input",
            ),
            (
                "Practise in the sandbox. It answers every command from sample data, so an agent can be tested without a key.",
                'cometapi --sandbox chat "Hello" --json --query "choices[0].message.content"',
            ),
            (
                "Run a coding agent through the gateway. It gets a token in place of your key, and the cap holds for all that it asks; --dry-run shows how it is started, and is left out to start it (see help agents).",
                "cometapi exec --max-cost 2 --dry-run -- claude",
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-batch": {
        "summary": "Run a prompt for every row of a file, each row once.",
        "text": "Four reviews become four results, and a run that was interrupted is continued. All rules are in cometapi help batch.",
        "tables": [],
        "steps": [
            (
                "Write the rows, and see what the run would cost. {review} is the column of that name; --estimate sends nothing.",
                "printf '%s\\n' review 'Works well.' 'Broke after a day.' '\"Good, but loud.\"' 'Never arrived.' > reviews.csv\ncometapi batch run reviews.csv -o results.jsonl --estimate -- chat \"Is this positive? {review}\"",
            ),
            (
                "Run it. The summary on stderr says how many rows were answered and what they cost.",
                'cometapi batch run reviews.csv -o results.jsonl -- chat "Is this positive? {review}"',
            ),
            (
                "See how a run is getting on, from any terminal. This one has ended.",
                "cometapi batch status results.jsonl",
            ),
            (
                "Run the same command again. Every row has its result, so nothing is sent and nothing is paid.",
                'cometapi batch run reviews.csv -o results.jsonl -- chat "Is this positive? {review}"',
            ),
            (
                "Add a row. Only the new one is sent.",
                "echo 'Arrived late.' >> reviews.csv\ncometapi batch run reviews.csv -o results.jsonl -- chat \"Is this positive? {review}\"",
            ),
            (
                "Put the answers beside the rows, in the order of the rows. A row without an answer would be there with its error.",
                "cometapi batch join reviews.csv results.jsonl --format csv --fields review,answer",
            ),
            (
                "Set bounds for a large run. It stops with exit code 75 before it could cost more than a dollar, and after more than 20 failed rows.",
                'cometapi batch run reviews.csv -o careful.jsonl --max-cost 1 --max-errors 20 \\\n  -- chat --max-tokens 50 "Is this positive? {review}"',
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-budgets": {
        "summary": "Know what calls cost, and set a limit.",
        "text": "A limit is checked before anything is sent, by the most that a request may cost. How that is computed is in cometapi\nhelp budgets.",
        "tables": [],
        "steps": [
            (
                "Look at the price of a model. Prices are dollars per million tokens.",
                "cometapi models --search gpt-5.4 --fields id,input_price,output_price",
            ),
            (
                "Estimate a call. Nothing is sent; the range is wide until there are answers in the history to learn from.",
                'cometapi chat "What is a monad?" --estimate',
            ),
            (
                "Set a cap for one call. This one is refused with exit code 75, because nothing limits the length of the answer, and the message says what would fit.",
                'cometapi chat "What is a monad?" --max-cost 0.01',
            ),
            (
                "Limit the answer, and the same cap is enough.",
                'cometapi chat "What is a monad?" --max-cost 0.01 --max-tokens 500',
            ),
            (
                "Do that for every call under a cap, so that you do not have to type it.",
                "cometapi config set max_tokens_under_cap 500",
            ),
            (
                "Set a cap for the day. It covers all calls on this machine with this key, scripts included.",
                "cometapi config set max_cost_per_day 5",
            ),
            (
                "Call as usual. When the day's cap is used up, nothing paid is sent until midnight, and the exit code is 75.",
                'cometapi chat "What is a monad?" --usage',
            ),
            (
                "Compare with what the service charged. This needs the access token; its figures are the ones that count.",
                "cometapi logs --type consume --limit 3",
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-first-call": {
        "summary": "From nothing to a first answer: the sandbox, then your key.",
        "text": "The first three steps need no account and no key, and cost nothing. The program brings sample data with it, the sandbox,\nwhich answers every command.",
        "tables": [],
        "steps": [
            (
                "Ask a question in the sandbox. The answer is printed on stdout; the note on stderr says that it is sample data.",
                'cometapi --sandbox chat "What is a monad?"',
            ),
            (
                "Look at the models and their prices. The catalog is public, so this needs no key with the real service either.",
                "cometapi models --limit 3",
            ),
            (
                "See the request that a question becomes. --dry-run prints it and sends nothing.",
                'cometapi chat "What is a monad?" --dry-run',
            ),
            (
                "Store your key, which you make at https://www.cometapi.com/console/token. init asks for it without showing it, checks it, and suggests a default model.",
                "cometapi init",
            ),
            (
                "Check everything at once. Every line should say ok; a line that does not has the command that fixes it.",
                "cometapi doctor",
            ),
            (
                "Ask the real model. On a terminal, the answer appears while it is being written, and its Markdown is rendered.",
                'cometapi chat "What is a monad?"',
            ),
            (
                "Ask another model, and see what the answer cost. --usage prints tokens and an estimate of the cost to stderr.",
                'cometapi chat "What is a monad?" --model claude-sonnet-4-6 --usage',
            ),
            (
                "See what is left. Next, use answers in a script (help guide-scripting), or set a limit for costs (help guide-budgets).",
                "cometapi balance --source key",
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-history": {
        "summary": "Find, continue, export and delete conversations.",
        "text": "What you say on a terminal is kept on this machine, and nowhere else. All about it is in cometapi help past; what is kept,\nand how to keep less, in cometapi help privacy.",
        "tables": [],
        "steps": [
            (
                "Keep the calls of scripts as well. Without this, only calls on a terminal are kept.",
                "cometapi config set history all",
            ),
            (
                "Ask something. Every message and its answer are kept as they come.",
                'cometapi chat "What is tidal locking?"',
            ),
            (
                "Continue the last conversation. -c takes its model and its messages along, tomorrow or after a restart as well.",
                'cometapi chat -c "Is the Moon an example?"',
            ),
            ("List what there is. A conversation is named by its ID, or by the beginning of it.", "cometapi history"),
            (
                "Find it by words. All of them must be in one message and its answer, in any order.",
                "cometapi history search tidal locking",
            ),
            (
                "Read it. Without an ID this is the last conversation; with --json it can be continued with --messages.",
                "cometapi history show",
            ),
            ("Sum up what the calls cost, by catalog prices.", "cometapi history cost --by day"),
            ("Take everything along as JSON, one conversation on each line.", "cometapi history export -o talks.jsonl"),
            (
                "Delete what is old. On a terminal you are asked first; --yes skips the question.",
                "cometapi history prune --older-than 30d --yes",
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-media": {
        "summary": "Make an image, a video and speech, and save them.",
        "text": "Media are saved as files, and the path is what is printed. Details: cometapi help images, help video and help audio.",
        "tables": [],
        "steps": [
            (
                "Make an image. It is a new file in the current folder, and an existing one is never overwritten.",
                'cometapi image "A red fox in the snow"',
            ),
            (
                "Choose the file and the options. Those that the model is known not to support are refused before you pay.",
                'cometapi image "A red fox in the snow" --size 1024x1024 --quality low -o fox.png',
            ),
            (
                "Change the image. The original stays as it is.",
                'cometapi image edit "Make it night" --image fox.png -o night.png',
            ),
            (
                "Start a video. That takes minutes, so the command prints an ID and ends; the task is recorded on this machine.",
                'cometapi video create "A red fox in the snow" --seconds 4',
            ),
            ("See what is running, for example after a restart.", "cometapi tasks unfinished"),
            (
                "Wait for the video and save it. Ctrl-C ends the wait and not the video; run the same command again to continue.",
                "cometapi video wait video_69b2sandbox -o fox.mp4",
            ),
            ("Turn text into speech.", 'cometapi speech "Good morning" -o morning.mp3'),
            ("Turn speech into text, or into subtitles.", "cometapi transcribe morning.mp3 --response-format srt"),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-scripting": {
        "summary": "Use answers in a shell script, and handle failures.",
        "text": "What a script can rely on is in cometapi help scripting; this guide builds one from its parts.",
        "tables": [],
        "steps": [
            (
                "Put an answer into a variable. stdout is the answer and nothing else; notes and progress go to stderr.",
                'answer=$(cometapi chat "Name a color") && echo "The model said - $answer"',
            ),
            (
                "Send the output of another program along. What comes through the pipe is appended to the message.",
                "printf 'Oslo\\nRome\\n' | cometapi chat \"Which city is older?\"",
            ),
            (
                "Ask for the columns you need instead of cutting up a table. The format stays the same when the terminal changes.",
                "cometapi models --fields id,input_price --format csv --limit 3",
            ),
            (
                "Filter in the same call. --query takes JMESPath, and --output writes the file completely or not at all.",
                "cometapi models --query \"[?provider=='OpenAI'].id\" --output models.txt\ncat models.txt",
            ),
            (
                "Tell failures apart by the exit code, which is the same for a cause in every command. cometapi help exit-codes lists them.",
                'cometapi chat "Hello" --model no-such-model || echo "exit code $?"',
            ),
            (
                "In a loop, give chat an empty input; otherwise it reads the lines that the loop is going to read.",
                "printf 'Oslo\\nRome\\n' > cities.txt\nwhile read -r city; do cometapi chat \"A sight in $city\" </dev/null; done < cities.txt",
            ),
            (
                "For cron and CI, never wait for input, print only errors to stderr, and limit waiting and retries.",
                'cometapi chat "Hello" --no-input --quiet --timeout 30 --retries 1',
            ),
            (
                "Test the script without a key. --sandbox answers from sample data, also in CI.",
                'cometapi --sandbox chat "Hello" --quiet',
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-structured": {
        "summary": "Get answers as JSON that matches a schema.",
        "text": "The model is asked for JSON, and the answer is checked before your script sees the exit code. How fields are written is\nin cometapi help structured.",
        "tables": [],
        "steps": [
            (
                "Name the fields that you want. A field without a type is a string.",
                'cometapi chat "How warm is it in Paris?" --schema "city, temperature int"',
            ),
            (
                "Use one of them. The answer on stdout is JSON and nothing else.",
                'cometapi chat "How warm is it in Paris?" --schema "city, temperature int" | jq -r .temperature',
            ),
            (
                "Say what a field means behind a colon. The model sees it as the field's description.",
                'cometapi chat "How warm is it in Paris?" --dry-run \\\n  --schema "city: in English, temperature int: degrees Celsius"',
            ),
            (
                "Keep a larger schema in a file. It is a JSON Schema, so a type can be as strict as you like.",
                'echo \'{\n  "type": "object",\n  "properties": {"city": {"type": "string"}, "temperature": {"type": "integer", "maximum": 60}},\n  "required": ["city", "temperature"],\n  "additionalProperties": false\n}\' > weather.json\ncometapi chat "How warm is it in Paris?" --schema weather.json',
            ),
            (
                "An answer that does not match is printed, and the call exits with 1. The reason is on stderr.",
                'cometapi chat "How warm is it in Paris?" --schema "city, humidity int"',
            ),
            (
                "Let the model correct itself. --repairs sends such an answer back with the reason, up to two times here; --usage counts all tries.",
                'cometapi chat "How warm is it in Paris?" --schema "city, temperature int" --repairs 2 --usage',
            ),
            (
                "The same works with the other protocols. messages asks a Claude model, gemini a Gemini model.",
                'cometapi messages "How warm is it in Paris?" --schema "city, temperature int"',
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guide-tools": {
        "summary": "Let a model call a program of yours.",
        "text": "A tool is a function that the model may ask for: you describe it, and you decide whether it runs. The rules are in\ncometapi help tools.",
        "tables": [],
        "steps": [
            (
                "Describe the function, and ask something that needs it. Nothing runs yet; the call that the model wants is printed.",
                'echo \'[{"type": "function", "function": {\n  "name": "get_weather",\n  "description": "Current weather in a city.",\n  "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}\n}}]\' > tools.json\ncometapi chat "Do I need a coat in Paris?" --tools tools.json',
            ),
            (
                "See the same call as a script would. The arguments are JSON in a string, as the provider sends them.",
                'cometapi chat "Do I need a coat in Paris?" --tools tools.json \\\n  --json --query "choices[0].message.tool_calls"',
            ),
            (
                "Write the program. It is named after the function, reads the arguments as JSON from stdin, and prints the result. With --run-tools it is run, and the model answers with what it printed.",
                "mkdir -p tools\nprintf '%s\\n' '#!/bin/sh' 'city=$(jq -r .city)' 'echo \"$city: 4 degrees, wind\"' > tools/get_weather\nchmod +x tools/get_weather\ncometapi chat \"Do I need a coat in Paris?\" --tools tools.json --run-tools tools --yes",
            ),
            (
                "Set bounds before you leave it alone. Without --yes each call is confirmed on the terminal; here a tool has 5 seconds, and there are at most 3 rounds.",
                'cometapi chat "Do I need a coat in Paris?" --tools tools.json --run-tools tools --yes \\\n  --tool-timeout 5 --max-rounds 3',
            ),
            (
                "Require the tool by its name, or forbid all of them with none. --dry-run shows that it is part of the request.",
                'cometapi chat "Do I need a coat in Paris?" --tools tools.json --tool-choice get_weather --dry-run',
            ),
            (
                "Follow every step in a program. --events prints one JSON object per line, tool calls included.",
                'cometapi chat "Do I need a coat in Paris?" --tools tools.json --events',
            ),
        ],
        "trial": "To try the steps without a key, at no cost, run cometapi sandbox in another terminal, and set the variables that it prints.",
    },
    "guides": {
        "summary": "Walks from a task to its result, step by step.",
        "text": "A guide takes one task from the first command to the result. Every command in it can be typed as it stands:\n\n    cometapi help guide-first-call\n\nThe other topics are the reference: each explains one subject completely. cometapi help lists them.",
        "tables": [
            (
                "",
                [
                    ("guide-first-call", "From nothing to a first answer: the sandbox, then your key."),
                    ("guide-scripting", "Use answers in a shell script, and handle failures."),
                    ("guide-structured", "Get answers as JSON that matches a schema."),
                    ("guide-tools", "Let a model call a program of yours."),
                    ("guide-media", "Make an image, a video and speech, and save them."),
                    ("guide-batch", "Run a prompt for every row of a file, each row once."),
                    ("guide-budgets", "Know what calls cost, and set a limit."),
                    ("guide-history", "Find, continue, export and delete conversations."),
                    ("guide-agents", "Use the program from a coding agent, or any other program."),
                ],
            ),
        ],
    },
    "images": {
        "summary": "Making and editing images, and what each model supports.",
        "text": "image makes images from a prompt; image edit edits your images. Both are paid calls and are never repeated\nautomatically. The model is --model or the setting image_model (default: gpt-image-2).\n\nWhere images are saved. By default each image is a new file in the current folder: image-1.png, image-2.png and so on.\nIf the current folder is not writable, they are saved in the state folder. --save DIR chooses another folder, --output\nFILE a file name; several images become FILE-1.png, FILE-2.png. Existing files are only overwritten with --force. The\nextension of a new name matches the image's real format; a name that you give is kept, with a note if its extension is\nwrong. The paths are printed, one per line. Links are downloaded without your key.\n\nWith --json, --format yaml or --format csv, images are only saved if you give --save or --output. The record contains\nthe paths of saved images, or under \"unsaved\" the image data or links of the others, and the model, revised prompts,\ntokens and estimated cost. --sidecar writes a JSON file with the request and its result next to each image, such as\nimage-1.png.json. --show displays the images in a terminal that supports the kitty (PNG only) or iTerm2 image protocol,\nor sixels (from the checkout: pipx install '.[sixel]'); not in a pipe, tmux or screen.\n\nOnly the options you give are sent. An option that the model is known not to support is an error before anything is\nsent:\n\n    GPT image   no --response-format, no --image (use image edit)\n    DALL-E      no --background, --output-format, --output-compression\n    Seedream    up to 14 --image; --size 2K, 4K or WIDTHxHEIGHT; no --quality\n    Qwen image  one image per request\n    Gemini      up to 14 --image; --size 1K, 2K or 4K; one image per request\n\nUse --set for fields without an option, such as --set seed=1. The mask of image edit is a PNG of the same size as the\nfirst image; its transparent areas are edited. A mask without transparent pixels is an error, because the request would\nbe charged but change nothing.\n\nImages in the answers of chat, messages, gemini and responses are saved as answer-1.png and so on, and their paths are\nprinted to stderr. With a machine format or --raw they are only saved if you give --save.",
        "tables": [],
    },
    "network": {
        "summary": "Timeouts, retries, proxies and certificates.",
        "text": "--connect-timeout is for the connection, --timeout for the first byte and between two pieces of an answer; a stream that\nkeeps coming has no limit. All of these options are settings, too.\n\nA read that costs nothing is retried after a broken connection, a timeout and HTTP 429 or 5xx. A call that costs money\nis retried only when the service cannot have accepted it (no connection, 429, 503), and nothing is retried once an\nanswer has begun. --retries says how many times. Waits double each time, with jitter, up to --retry-max-wait; the service's\nRetry-After is obeyed, and one longer than --retry-max-wait ends the call at once. Each retry is reported on stderr.\n\n    cometapi chat hi --retries 5 --retry-max-wait 120\n\nembed and compare send several requests at once: a few at first, and more as long as the service takes them. When it\nrefuses some for its load (429, 503, 529), half as many are sent from then on, until answers let the limit grow again; a\nrefused request waits alone, while the others go on. One refusal of each such moment is reported on stderr, all of them with\n--verbose. --parallel N, --rpm N and --tpm N limit the requests at once, and the requests and tokens in any minute, to\neach model; they are no settings.\n\n    cometapi embed --lines titles.txt --parallel 4 --tpm 100000 -o titles.jsonl\n\nHTTPS_PROXY, ALL_PROXY and NO_PROXY are honoured. Redirects are never followed, so no key goes to another host. Plain\nhttp is refused except to this machine; `cometapi config set plain_http allow` allows it.\n\n    cometapi models --ca company.pem --client-cert me.pem --client-key me.key\n\nReplies may come compressed; one that is too large after decompression is refused. --verbose reports each\nrequest and how long it took, --debug what was sent and received, without secrets.",
        "tables": [],
    },
    "options": {
        "summary": "Options that most commands share.",
        "text": "These options may stand before the command or after it. Every command takes the general ones, and those that send a\nrequest take the ones for the network; the help of a command lists only what is its own.\n\n    cometapi --profile work models --timeout 10",
        "tables": [
            (
                "General",
                [
                    ("--debug", "Print tracebacks and every request and reply, without secrets."),
                    ("-q, --quiet", "Print only the result and errors."),
                    ("--verbose", "Log requests, replies and cache hits to stderr."),
                    (
                        "--color WHEN",
                        "When to use colour; overrides NO_COLOR and FORCE_COLOR. [choices: auto, always, never] [default: auto]",
                    ),
                    ("--plain", "Plain output without styles or redrawing, for screen readers and logs."),
                    ("--no-input", "Never prompt; fail if something is missing. Implied when CI is set."),
                    (
                        "--profile NAME",
                        "Use the keys and settings of this profile. [default: default] [env: COMETAPI_PROFILE] [setting: profile]",
                    ),
                ],
            ),
            (
                "Network",
                [
                    ("--sandbox", "Answer from local sample data; nothing is sent to the service."),
                    (
                        "--timeout SECONDS",
                        "Timeout for the first byte, and between two parts of a stream. [0.001 or more] [env: COMETAPI_TIMEOUT] [setting: timeout]",
                    ),
                    (
                        "--connect-timeout SECONDS",
                        "Timeout for connecting. [0.001 or more] [default: 10] [env: COMETAPI_CONNECT_TIMEOUT] [setting: connect_timeout]",
                    ),
                    (
                        "--retries N",
                        "How many times to retry a request that is safe to retry. [0 to 20] [default: 2] [env: COMETAPI_RETRIES] [setting: retries]",
                    ),
                    (
                        "--retry-max-wait SECONDS",
                        "Longest wait between retries. [0 or more] [default: 30] [env: COMETAPI_RETRY_MAX_WAIT] [setting: retry_max_wait]",
                    ),
                    (
                        "--ca FILE",
                        "PEM file of certificates to trust instead of the system's. [env: COMETAPI_CA] [setting: ca]",
                    ),
                    (
                        "--client-cert FILE",
                        "Client certificate in PEM. [env: COMETAPI_CLIENT_CERT] [setting: client_cert]",
                    ),
                    (
                        "--client-key FILE",
                        "Key of the client certificate, if it is in a separate file. [env: COMETAPI_CLIENT_KEY] [setting: client_key]",
                    ),
                ],
            ),
        ],
    },
    "own-commands": {
        "summary": "Commands of your own, from YAML files.",
        "text": 'A YAML file in the folder commands beside the config file is a command like any other: it parses its options, prints in\nevery format, has help and completion, and answers with --sandbox. The language is that of the program\'s own commands\n(docs/manifest.md). Its sample replies are in the folder replies beside it.\n\nA command for a service of its own says where that is, and which key it takes. pets-list.yaml:\n\n    command: pets list\n    summary: List the pets of the store.\n    effect: read\n    settings:\n      pets_url:\n        type: url\n        environment: PETS_URL\n        default: https://pets.example.com/v1\n        help: URL of the pet store.\n      pets_key:\n        secret: true\n        environment: PETS_KEY\n        title: pet store key\n        help: Key for the pet store.\n    services:\n      pets: {setting: pets_url}\n    credentials:\n      pets: {setting: pets_key, header: X-Api-Key}\n    arguments:\n      - {flags: [--status], choices: [available, sold], to: query/status, help: Only with this status.}\n    request: {method: GET, service: pets, path: /pets, credential: pets}\n    response:\n      is: rows\n      protocol: account\n      rows: items\n      columns:\n        - {name: id, value: id}\n        - {name: name, value: name}\n    samples: [{file: pets.json}]\n    examples:\n      - {run: cometapi pets list --status sold, help: List the pets that were sold.}\n\nreplies/pets.json is what the service answers:\n\n    {"items": [{"id": 1, "name": "Rex"}, {"id": 2, "name": "Tom"}]}\n\nCheck it, add it, and use it:\n\n    cometapi command check pets-list.yaml\n    cometapi command add pets-list.yaml\n    cometapi pets list --sandbox\n    cometapi config set pets_key\n    cometapi pets list --status sold --json\n\nBefore a command is added, and before a file that you put into the folder yourself runs for the first time, you are asked\nwhether you trust it: it says where it sends what, with which key, what it changes and costs, and which files it reads and\nwrites. You are asked again when the file or one of its samples has changed. Where nobody can be asked, the command is\nrefused (exit 2), and the refusal names the digest to agree to with command add FILE --digest.\n\nA command of your own runs no code and no other command. It sends the program\'s keys only to the program\'s service; a\nservice of its own has settings, a URL (https, or this machine itself) and keys of its own. A request that changes\nsomething cannot call itself read, and one that may cost money cannot call itself free; what destroys asks before it does.\n\nOne that costs money says cost: paid. It has --max-cost, --max-calls, --until and --estimate; it is never sent again\nwhere it may have been taken; and batch run runs it for every row of a file. The catalog knows the prices of the program\'s\nservice only: under a cap in dollars, --max-cost or max_cost_per_day, a paid command for another service sends nothing;\n--max-calls and --until hold for it. For one that is free, write a loop in the shell:\n\n    cometapi pets list -f csv --fields id | tail -n +2 | while read -r id; do cometapi pets feed "$id"; done\n\nAn alias can stand for a command of your own, and a template be made of one that takes --template. With -c a command\ngoes on with the last conversation of its own service; what was said to one service is not sent to another.\n\nIt cannot have the name of a command or a group of the program. When a later version of the program brings the name, the\nprogram\'s command counts; that is said once, and your file stays. Files are read in the config folder alone: never in the\nworking folder, never through a link that leads out of the config folder, and never where others may write. A broken\nfile stops only its own command; command check tells what is wrong and where.\n\nAn OpenAPI document can be the start: command import writes the file of one endpoint, with a sample reply, and names on\nstderr what cannot be said in it.\n\n    cometapi command import petstore.yaml /pets GET > pets-list.yaml\n    cometapi command import petstore.yaml \'/pets/{petId}\' DELETE --name "pets delete" --add\n\nOptions whose name an option of the program has begin with --api-, such as --api-limit. Which key an endpoint takes is\nwhat the document says of it; nothing is guessed, and no default that could be a secret is taken over. A parameter that is\na password is read from a pipe or from a variable, never from the command line. A list of objects is given as JSON, one\nobject each time; a body that is a list comes from a file. It reads OpenAPI 3.0, 3.1 and Swagger 2; documents to which it\nrefers are not read.\n\nA coding agent learns of your commands when its skill is installed again (see help agents).\n\nA short name for a command line or a model is an alias; see help templates.',
        "tables": [],
    },
    "past": {
        "summary": "Conversations with models that are kept on this machine.",
        "text": 'Messages to models and their answers are kept in a file on this machine, so that you can look something up, continue a\nconversation, and see what became of a call that was cut off. The file is history.db in $XDG_STATE_HOME/cometapi\n(~/.local/state/cometapi when unset), readable by you alone.\n\n    cometapi history                          The newest conversations.\n    cometapi chat -c "And Rome?"              Continue the last one.\n    cometapi chat "And Rome?" --continue=q7k  Continue this one.\n    cometapi history search tidal locking     Find messages with these words.\n    cometapi history show q7k                 By ID, the beginning of one, or name.\n    cometapi history cost --by day            What the calls cost (estimate).\n    cometapi history reconcile                What the service charged beside the estimates.\n    cometapi history unfinished               Calls that got no answer.\n    cometapi history export -o talks.jsonl    Everything, as JSON.\n    cometapi history delete q7k               Delete it; this cannot be undone.\n\nA conversation continues with its model, system prompt and options, unless you give others. It can also continue in\nanother protocol (messages -c), which gets the text only. Messages that the service refused are not sent again; an\nanswer that was cut off is, as far as it came. -c takes no value: the word after it is the message.\n\nA search finds exchanges, a message and its answer, that contain all words. Case is ignored, and words are found inside\nother words, too. Words in quotes are one phrase. No character is special; put -- before words that are also options.\n\n`history show ID --json` prints what --messages reads, so a conversation can continue anywhere:\n\n    cometapi history show q7k --json > talk.json\n    cometapi chat "And in French?" --messages talk.json\n\nCosts are estimates at catalog prices. Calls without a known price are counted apart, and are not in the sum.\n\nIf the file cannot be used (it is locked, read-only, damaged, or from a newer version of the program), calls are not\nkept, and one note says so. The file is never repaired or replaced: move it away to start a new one.\n\nConversations that have not been used for a year are deleted, and so are the oldest when the file grows beyond 500 MB;\nto change that, set history_max_age (days) and history_max_size (megabytes). How to keep less, or nothing: cometapi\nhelp privacy.',
        "tables": [],
    },
    "privacy": {
        "summary": "What is kept on this machine, where, how long, and how to remove it.",
        "text": "Everything stays on this machine, in files that only you can read (0600, in folders of 0700).\n\n~/.local/state/cometapi/history.db has messages and their answers, with model, times, tokens and cost. Of files that you\nattach it has a path and a checksum, not the bytes; a text file is part of its message. The same folder has the lines\nthat you typed in a conversation and in the repl, for the arrow keys.\n\n~/.local/state/cometapi/journal.db records paid tasks, such as videos, even if the history is off: the command, model,\ntime, task ID, the last four characters of the key, and a checksum of the request, but no prompt. Finished tasks are\ndeleted after 10,000 newer ones. To delete it all: rm ~/.local/state/cometapi/journal.db*\n\n~/.local/state/cometapi/ledger.db exists only if max_cost_per_day is set: what was spent each day, with the profile and a\ndigest of the key, and nothing about the calls (see help budgets).\n\n~/.cache/cometapi has the public catalog of models, and for the Tab key the IDs of conversations with their models and\ntimes; no messages or answers.\n\n~/.config/cometapi/config.toml has your settings, and your keys unless a keyring has them.\n\nIf set, XDG_STATE_HOME, XDG_CACHE_HOME and XDG_CONFIG_HOME replace ~/.local/state, ~/.cache and ~/.config.\n\nKeys and tokens are never kept in the history: those of your settings are masked wherever they stand, also inside a\nmessage, and so is what looks like a key.\n\nConversations are deleted when they have not been used for 365 days (history_max_age), or when the file takes more than\n500 MB (history_max_size), the oldest first. To delete now:\n\n    cometapi history delete ID                   One conversation.\n    cometapi history prune --older-than 30d      What was last used before that.\n    rm ~/.local/state/cometapi/history.db*       All of it.\n\nWhat `history delete` and `history prune` delete is overwritten in the file and in its search index. What is deleted\nautomatically is overwritten in the file at once, and in the index when that is next cleaned, at the latest by\n`history prune`. Copies elsewhere stay: backups, exports, and what a disk or its snapshots keep of earlier versions.\n\nWhat the service keeps of your calls is in its own terms of use; `cometapi logs` shows the calls that it lists.",
        "tables": [],
    },
    "schema": {
        "summary": "What programs and agents can read about every command.",
        "text": "cometapi schema prints everything that can be called as one JSON document; cometapi schema COMMAND prints one command's\nentry. It comes with the program: no config file, key or network is needed, and nothing that is set changes it.\n\n    cometapi schema chat | jq .arguments\n    cometapi schema | jq -r '.commands[] | select(.effect == \"destroy\").command'\n\nAn entry has these parts:\n\n    arguments   a JSON Schema (2020-12) with a property for each argument\n    options     the same on the command line: flags, type, default, setting\n    relations   what arguments have to do with each other, in a sentence\n    routes      method, path and credential of each request, and its columns\n    output      what goes to stdout, and the formats to choose from\n    exits       the codes with which it may end, by what it does\n    effect, cost, asks, examples, deprecated\n\nA call that breaks one of the relations ends with exit 2 before anything is sent.\n\nThe number format grows when a reader of the old form would misunderstand the document. digest changes with everything\nthat a script can depend on, and with nothing else; --version prints it, too. The form itself is described by\nsurface.schema.json, in the folder share of the package.\n\n--tools makes tools of the commands, for OpenAI's Chat Completions, Anthropic's Messages, Gemini or an MCP server:\n\n    cometapi schema model --tools openai > tools.json\n\nA tool is named like its command, with _ for spaces, and so is each argument, with _ for hyphens. What a tool's schema cannot\nsay stands in its description, and is checked when the command runs. Options for the terminal and for the network are\nleft out, except --profile and --sandbox. To run a call of a model, make a list of words of it, never a line for a shell:\n\n    true          the flag alone\n    false, null   nothing\n    a list        the flag once for each item; one word with commas where the\n                  type of the option is words\n    all others    --flag=VALUE\n    positionals   last, behind --",
        "tables": [],
    },
    "scripting": {
        "summary": "What scripts and CI can rely on.",
        "text": "stdout is the result and nothing else; notes, warnings and errors go to stderr. Ask for a machine format with --json.\n\n    answer=$(git diff | cometapi chat \"Write a commit message\") || exit\n    cometapi models --json | jq -r '.[].id'\n\n--dry-run prints the request of a command instead of sending it, --curl a curl command that takes the key from the\nenvironment. Neither needs a key or shows one.\n\n    cometapi models --query '[].id' --output models.txt\n\n--query takes JMESPath, --fields the names of columns. An unknown column or an invalid expression is an error before\nanything is sent; a valid expression that selects nothing prints nothing, or null, and exits 0. A file that\n--output names is written atomically.\n\nchat reads standard input when it is not a terminal, so inside a loop it would take the rest of the loop's input. Give it\nan empty one:\n\n    while read -r line; do cometapi chat \"$line\" </dev/null; done < prompts.txt\n\nNo command prompts when it is not on a terminal, with --no-input, or when CI is set; --quiet leaves only errors on\nstderr. A call that may have cost money is never retried.\nExit codes: `cometapi help exit-codes`.",
        "tables": [],
    },
    "serve": {
        "summary": "A local gateway for other programs, with a budget.",
        "text": 'cometapi serve lets other programs use your key without having it. They send their requests to this machine, in the\nprotocol of OpenAI (chat completions, responses, embeddings, images), Anthropic (messages) or Google (generateContent):\n\n    cometapi serve --port 8765 --max-cost 5              Until Ctrl-C; all clients together may spend $5.\n    cometapi serve --models \'claude-*,gpt-5.4-mini\'      Serve some models only; aliases work.\n    cometapi serve --sandbox                             Try a client without a key and without cost.\n\nstdout gets the lines that set up the vendors\' own clients in a shell (export OPENAI_BASE_URL=... and so on). The address is\nhttp://127.0.0.1:PORT; OpenAI\'s clients want /v1 behind it, and are answered without it, too. Where a client asks for a key, give it the token of those lines.\nIt is made anew at each start, and is taken in the headers Authorization, x-api-key and x-goog-api-key and as ?key=.\n\nAn example, with two terminals. The first one runs the gateway; the lines go to a file that only you can read, and not to the screen:\n\n    (umask 077; cometapi serve --port 8765 --max-cost 5 > ~/.gateway-env)\n\nThe second one reads them. curl is told where the gateway is; the vendors\' own libraries, and most programs that are built on\nthem, find it by the variables:\n\n    . ~/.gateway-env\n    curl $OPENAI_BASE_URL/chat/completions -H "Authorization: Bearer $OPENAI_API_KEY" -H "Content-Type: application/json" \\\n      -d \'{"model": "gpt-5.4-mini", "messages": [{"role": "user", "content": "Hello"}]}\'\n\n    from openai import OpenAI\n    reply = OpenAI().responses.create(model="gpt-5.4-mini", input="Hello")\n    print(reply.output_text)\n\n    from anthropic import Anthropic\n    turns = [{"role": "user", "content": "Hello"}]\n    print(Anthropic().messages.create(model="claude-sonnet-4-6", max_tokens=500, messages=turns).content[0].text)\n\n    from google import genai\n    client = genai.Client()\n    print(client.models.generate_content(model="gemini-2.5-flash", contents="Hello").text)\n\nTo start a coding agent, cometapi exec does both at once (see help agents).\n\nWho is answered. The gateway listens on 127.0.0.1 and ::1 only; no setting changes that. It refuses requests for other hosts,\nrequests from pages in a browser (anything with an Origin), and requests without the token. Account endpoints (/api/...) and DELETE\nare not served.\n\nWhat passes. Requests and replies pass unchanged, streams piece by piece as they come, refusals with their status, their body,\nrequest ID, Retry-After and rate limits. Your key takes the place of the client\'s; cookies and headers of a single connection\nare dropped. Each request is sent once: --retries does not apply, because clients retry by themselves. If a client\ndisconnects, its request is broken off at once. WebSockets are refused, which makes clients fall back to HTTP.\n\nWhat the gateway answers itself. Requests to count tokens (/v1/messages/count_tokens, :countTokens,\n/v1/responses/input_tokens) get an estimate; nothing is sent or paid. For English, German, code and JSON it is within 15 % of what the\npublic tokenizers of OpenAI and Google count; other languages are up to 45 % too high. Claude\'s is not public: by what users\nreport, the estimate is up to 25 % too high, and for Claude Opus 4.7 and later up to 15 % too low. Lists of models come in the form\nthat the client speaks.\n\nBudget. --max-cost, --max-calls, --until and max_cost_per_day hold for all requests together (see help budgets). A\nrequest that does not fit is refused with HTTP 402, which clients do not retry; while other requests are on their way, and may\ncost less than was booked for them, it waits. If a client disconnects in the middle of an answer, its input and what came\nof the answer stay booked. Paths whose price is not known are refused under a cap in dollars. Under a cap or with --models, requests with\nfields that a server could confuse (Model beside model) are refused. To know what a stream of chat completions costs, the gateway\nasks for its token counts where there is a cap or a history, and does not pass them on to a client that did not ask for them.\n\nHistory. Answers are kept as the setting history says: with the default, if serve runs in a terminal. A request that\nbegins with the messages of an earlier one continues its conversation. Tasks (videos, images by task) are in the journal:\nsee cometapi tasks unfinished. Not with --sandbox and --replay.\n\nRecordings. --record FILE adds each request and its reply to FILE (private, without credentials); --replay FILE answers from it\nwithout a key, a cost or a network, and refuses with HTTP 404 what is not in it. Equal requests get their recorded replies in order,\nthe last one again and again. Bodies are compared as JSON.\n\nAt the end (Ctrl-C, TERM) stderr says how many requests there were and what they cost, by the catalog on this machine\n(cometapi models fetches it). The exit code is 130 or 143.',
        "tables": [],
    },
    "streaming": {
        "summary": "How answers arrive, and when an answer is complete.",
        "text": "An answer is printed as it arrives, and ends with one newline. With --format json, yaml or csv the\nwhole reply is fetched at once; --stream streams it all the same and prints the complete reply at the end.\n\nAn answer is complete when the service says why it ended (the finish reasons below), even if the connection breaks after that. Otherwise it is\nincomplete: the partial answer stays on stdout, and the exit code is 69. An answer that reached its length limit is\nprinted with a note on stderr. Ctrl-C keeps what has arrived and exits with 130.\n\nWith --events each piece is one JSON object on a line, the same for every protocol: start, text, reasoning, media,\ntool_call (its arguments complete), usage. The last line is result when the answer is what was asked for, and error\nwhenever the exit code is not 0.\n\nOn a terminal Markdown is rendered while it arrives; --raw-text leaves it as it is, and so does a terminal without\nstyles (NO_COLOR). Into a pipe or a file the text goes as the service sent it.",
        "tables": [
            (
                "chat",
                [
                    ("stop", "It came to its own end, or to a stop sequence."),
                    ("tool_calls", "The model called one or more tools."),
                    ("function_call", "The model called a function."),
                    ("eos", "It came to its own end."),
                    ("length", "It ran into the limit of max_tokens or max_completion_tokens."),
                    ("content_filter", "A content policy filtered it."),
                    ("sensitive", "A content policy filtered it."),
                    ("error", "The service failed before it was complete: an error."),
                    ("network_error", "The service failed before it was complete: an error."),
                    ("insufficient_system_resource", "The service failed before it was complete: an error."),
                ],
            ),
            (
                "gemini",
                [
                    ("STOP", "It came to its own end, or to a stop sequence."),
                    ("MAX_TOKENS", "It ran into the limit of maxOutputTokens."),
                    ("SAFETY", "The service withheld it or a part of it: an error."),
                    ("RECITATION", "The service withheld it or a part of it: an error."),
                    ("LANGUAGE", "The service withheld it or a part of it: an error."),
                    ("BLOCKLIST", "The service withheld it or a part of it: an error."),
                    ("PROHIBITED_CONTENT", "The service withheld it or a part of it: an error."),
                    ("SPII", "The service withheld it or a part of it: an error."),
                    ("IMAGE_SAFETY", "The service withheld it or a part of it: an error."),
                    ("IMAGE_PROHIBITED_CONTENT", "The service withheld it or a part of it: an error."),
                    ("IMAGE_RECITATION", "The service withheld it or a part of it: an error."),
                    ("MALFORMED_FUNCTION_CALL", "The service failed before it was complete: an error."),
                    ("MALFORMED_RESPONSE", "The service failed before it was complete: an error."),
                    ("UNEXPECTED_TOOL_CALL", "The service failed before it was complete: an error."),
                    ("TOO_MANY_TOOL_CALLS", "The service failed before it was complete: an error."),
                    ("MISSING_THOUGHT_SIGNATURE", "The service failed before it was complete: an error."),
                ],
            ),
            (
                "messages",
                [
                    ("end_turn", "It came to its own end."),
                    ("stop_sequence", "It came to a stop sequence."),
                    ("tool_use", "The model called one or more tools."),
                    ("pause_turn", "The service paused a long turn; send it back to go on."),
                    ("max_tokens", "It ran into the limit of max_tokens."),
                    ("model_context_window_exceeded", "It ran into the limit of what the model can hold."),
                    ("refusal", "The model refused."),
                ],
            ),
            (
                "responses",
                [
                    ("completed", "It is complete."),
                    ("queued", "The service has yet to make it, in the background."),
                    ("in_progress", "The service is making it, in the background."),
                    ("max_output_tokens", "It ran into the limit of max_output_tokens."),
                    ("content_filter", "A content policy filtered it."),
                    ("failed", "The service failed to make it."),
                    ("cancelled", "It was cancelled."),
                ],
            ),
        ],
    },
    "structured": {
        "summary": "Answers in JSON that follow a schema.",
        "text": '--schema asks chat, messages, gemini and responses for an answer in JSON, and checks the answer when it is there. It takes\na file with a JSON Schema, JSON that is typed as it is, or the fields themselves:\n\n    cometapi chat "Who wrote Emma?" --schema "name, born int, books [str]: the best known"\n\nFields are separated by commas or new lines. A field is a name, then its type (str, int, float or bool; str when left out;\nin brackets where it is a list of it), then a colon and what it is. What it is goes on to the end of the line, over commas\ntoo; a new field begins at a comma only where a type or a colon says so. All fields have to be there, and no others. Put ./\nbefore the name of a file that could be read as a field.\n\n--schema-multi asks for a list of what is described, and prints the list:\n\n    cometapi chat "Three planets" --schema-multi "name, moons int" | jq \'.[].name\'\n\nAn answer that does not match is printed and exits with 1. --repairs N sends it back with what is wrong, up to N times,\nand prints the answer that matches, or the last one. Only a whole answer is sent back: not one that reached its length\nlimit, was refused or filtered, or broke off. --usage counts the tokens and the cost of all tries.\n\n    cometapi chat "Who wrote Emma?" --schema "name, born int" --repairs 2 --usage',
        "tables": [],
    },
    "templates": {
        "summary": "Prompts with a name, and short names for models and commands.",
        "text": 'A template is a file in the folder templates beside the config file, such as templates/tr.yaml:\n\n    summary: Translate a text.\n    model: claude-sonnet-4-6\n    system: Translate to {language}. Answer with the translation alone.\n    prompt: "{text}"\n    options:\n      temperature: 0.2\n    parameters:\n      language: English\n\nEach part may be left out. It is used by chat, messages, gemini and responses:\n\n    cometapi chat --template tr -p language=French -p text="Good morning"\n\nEvery value in the file is the text that stands there: on, no, 1.10 and dates too. options has the long names of options,\ntrue or false for switches, and a list where an option may be given several times. parameters has values for what -p does\nnot say. command names the command that a template was made for; the command typed decides.\n\nIn the system text and the prompt, {name} is a placeholder. Values are put in once, as text: a placeholder in a value is\nnever filled in. {{name}} is {name} as text, {{{name}}} is the value in braces, and all other braces are text. A\nparameter without a value, or one that the template does not have, ends the call before anything is sent.\n\nWhat is typed replaces what the template says: an option its option, a message the prompt. Options with several values are\nreplaced as a whole; those with KEY=VALUE key by key. What comes through a pipe is appended to the prompt.\n\ntemplate edit NAME opens a template in your editor and checks it. template save NAME -- CALL makes one of a call, without\nsending it. To remove one, delete its file; template list --json tells where it is.\n\nAn alias is a short name, kept in aliases.yaml beside the config file:\n\n    cometapi alias set sonnet claude-sonnet-4-6\n    cometapi alias set tr \'chat --model sonnet --system "Translate to French."\'\n    cometapi tr "Good morning"\n\nA value that begins with a command, of the program or of your own, is a command line. It is split into words as a shell\nwould do it, but nothing is expanded and no shell runs. What is typed after it replaces its options as with a template, and its message where the command\ntakes only one. Any other value is a model, and counts where a model is named: in options, in the setting default_model, and\nwith /model in a conversation; not inside a body.\n\nAn alias is expanded once: it stands for a command or a model, never for another alias. A command of the program always\nwins over an alias of its name, an alias over a model of its name; either is said once.\n\n--fallback MODEL, which may be repeated, is the model to ask when the one before it is overloaded (HTTP 429, 503 and 529) or\ncannot be reached, after its retries and before any answer. Nothing is asked again that may have been paid for: after a\ntime-out, a lost connection or any other error the call ends. The model that answered is told on stderr and, as\nanswered_by, in machine formats; when none answers, the first one\'s error is.',
        "tables": [],
    },
    "tools": {
        "summary": "Let a model call programs on this machine.",
        "text": '--tools names a JSON file with the functions that the model may call, in the format of the provider. --run-tools names a\nfolder with one executable for each of them, whose file name is the function\'s name:\n\n    cometapi chat "Rain in Vienna?" --tools tools.json --run-tools ./tools\n\nThe executable gets the arguments as a JSON object on stdin, and what it prints on stdout is the result that the model\nsees. For the function get_weather it could be ./tools/get_weather:\n\n    #!/bin/sh\n    city=$(jq -r .city)\n    grep -i "^$city" ~/weather.txt\n\nOn a terminal you are asked before each call; --yes skips the question, and without a terminal it is required. A tool\nhas 60 seconds (--tool-timeout), and the model at most 8 rounds of calls (--max-rounds).\n\nWithout --run-tools the calls are printed, and nothing is run. Send the result yourself with --tool-result ID=VALUE, after\n--messages with that call.',
        "tables": [],
    },
    "video": {
        "summary": "Starting videos and other tasks, and waiting for the results.",
        "text": 'A video takes minutes to make, so one command starts it and another waits for it:\n\n    cometapi video create "A red fox in the snow" --seconds 4\n    cometapi video wait ID -o fox.mp4\n\nvideo create --wait does both. If you press Ctrl-C, close the terminal or reach --max-wait, the video continues: the\ncommand to continue with is printed, and nothing is charged twice.\n\nPaid tasks are recorded in a journal on this machine (journal.db in the state folder, see cometapi help privacy), even\nif the history is off: first that the request is about to be sent, then the ID from the reply. The journal contains no\nprompts. If it cannot be written, nothing is sent. cometapi tasks unfinished lists the running tasks.\n\nIf the reply to a request is lost (a timeout, a broken connection, HTTP 500, 502 or 504), the service may still have\nstarted and charged the task. The request is never repeated automatically: the command exits with 69, and cometapi tasks\nadopt searches your account for the task, which needs the access token. A request is only retried if it certainly did\nnot arrive, or was rejected with HTTP 429 or 503.\n\nWhile waiting, failed status checks are reported once and retried. cometapi tasks wait ID works for every task that was\nstarted on this machine, for videos, and for tasks that the service lists.\n\nA video is downloaded from its link, without your key, or from the service if it has no link. An interrupted download is\nkept next to the target file, and the same command resumes it; if the file has changed on the server, the download\nstarts again. An expired link is requested anew.\n\nA length, size or image that the model is known not to support is an error before anything is sent. Sizes can be given\nas 1280x720, 16x9 or 16:9 and are converted to the form that the model expects.\n\nTo try it without an account: cometapi --sandbox video create "A fox" --wait -o fox.mp4. In the sandbox, the prompt\n"fail" starts a video that fails.',
        "tables": [],
    },
}
