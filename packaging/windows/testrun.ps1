# Installs, runs and removes the Windows installer on Windows itself: packaging/windows/testrun.ps1 (the workflow runs it).
# NEVER RUN YET: testrun.sh does the same under Wine.
$ErrorActionPreference = "Stop"
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
$setup = Get-ChildItem -Path dist -Filter "zbreader-*-windows-x64-setup.exe" | Select-Object -First 1
$run = Start-Process $setup.FullName -ArgumentList "/S" -Wait -PassThru
if ($run.ExitCode -ne 0) { throw "setup ended with $($run.ExitCode)" }
$folder = "$env:LOCALAPPDATA\Programs\zbreader"
$cli = "$folder\zbreader-cli.exe"
$env:ZBREADER_LIBRARY = "$env:TEMP\支部 学习"
& $cli --version
& $cli import "$folder\app\zbreader\_resources\sample\sample-issue.txt"
$issue = (& $cli issues --json | ConvertFrom-Json)[0].id
$article = (& $cli show $issue --json | ConvertFrom-Json).articles[0]
$quote = ($article.paragraphs | Sort-Object { $_.text.Length } -Descending)[0].text.Substring(0, 12)
& $cli highlight $article.id --quote $quote --note "在视窗里记下的一句话" | Out-Null
& $cli export --template 学习笔记单 -o "$env:TEMP\笔记单.docx"
if ((Get-Item "$env:TEMP\笔记单.docx").Length -lt 5000) { throw "no Word sheet" }
& $cli reimport | Out-Null
$window = Start-Process "$folder\zbreader.exe" -PassThru
Start-Sleep 15
$title = Get-Process pythonw | Where-Object { $_.MainWindowTitle -match "支部阅读" }
if (-not $title) { throw "no window" }
$title | ForEach-Object { $_.CloseMainWindow() | Out-Null }
Start-Sleep 5
if ((& $cli notes | Out-String) -notmatch "在视窗里记下的一句话") { throw "the note is gone" }
Start-Process "$folder\uninstall.exe" -ArgumentList "/S" -Wait
Start-Sleep 5
if (Test-Path $folder) { throw "the uninstaller left something" }
if (-not (Test-Path "$env:ZBREADER_LIBRARY\library.db")) { throw "the library is gone" }
"installed, run, removed"
