; The installer for one user of Windows 10 and 11 (x64): no administrator, no network.
;   makensis -DVERSION=0.1.0 -DSTAGE=folder -DSIDE=picture.bmp -DOUT=setup.exe zbreader.nsi
;   setup.exe /S [/D=C:\folder]       silent; ends with 0, or with 2 and a line in %TEMP%\zbreader-setup.txt when nothing was installed
; Issue packs that lie in a folder `issues` beside setup.exe are taken along.
Unicode true
SetCompressor /SOLID lzma
SetDateSave off
CRCCheck force
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\zbreader"
Name "支部阅读"
BrandingText "支部阅读 ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\zbreader"
InstallDirRegKey HKCU "Software\zbreader" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "支部阅读"
VIAddVersionKey /LANG=2052 "FileDescription" "支部阅读 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"
!define MUI_ICON "${STAGE}\zbreader.ico"
!define MUI_UNICON "${STAGE}\zbreader.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\zbreader.exe"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckPlace
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString NEEDS_64 ${LANG_SIMPCHINESE} "支部阅读需要 64 位的 Windows 10 或更新的系统，这台电脑装的不是。没有安装任何东西。"
LangString NEEDS_64 ${LANG_ENGLISH} "zbreader needs Windows 10 or later, 64 bit. Nothing was installed."
LangString RUNNING ${LANG_SIMPCHINESE} "支部阅读正在运行。请先关闭它的窗口，再点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "zbreader is running. Please close its window, then choose Retry."
LangString NO_PERMISSION ${LANG_SIMPCHINESE} "不能写入 $INSTDIR。请换一个文件夹，或保留默认的位置。"
LangString NO_PERMISSION ${LANG_ENGLISH} "$INSTDIR cannot be written. Please choose another folder, or keep the one proposed."
LangString NO_SPACE ${LANG_SIMPCHINESE} "磁盘空间不够：需要 $R0 MB，只剩 $R1 MB。请腾出空间，或换一个磁盘。"
LangString NO_SPACE ${LANG_ENGLISH} "Not enough space: $R0 MB are needed, $R1 MB are free."
LangString NOT_WHOLE ${LANG_SIMPCHINESE} "安装没有完成：有文件没能写入。已经写入的都删除了，请检查磁盘后再试。"
LangString NOT_WHOLE ${LANG_ENGLISH} "The installation was not completed: a file could not be written. What had been written was removed."
LangString PACK ${LANG_SIMPCHINESE} "支部阅读期刊包"
LangString PACK ${LANG_ENGLISH} "zbreader issue pack"
LangString NOTES ${LANG_SIMPCHINESE} "支部阅读笔记"
LangString NOTES ${LANG_ENGLISH} "zbreader notes"
LangString KEPT ${LANG_SIMPCHINESE} "支部阅读已卸载。资料库和笔记还在 $LOCALAPPDATA\zbreader，不会删除。"
LangString KEPT ${LANG_ENGLISH} "zbreader was removed. The library and its notes stay in $LOCALAPPDATA\zbreader."

!macro Refuse SENTENCE ; says it, writes it down for a silent run, leaves nothing
  FileOpen $9 "$TEMP\zbreader-setup.txt" w
  FileWriteUTF16LE /BOM $9 "${SENTENCE}$\r$\n"
  FileClose $9
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

Function .onInit
  Delete "$TEMP\zbreader-setup.txt"
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Refuse "$(NEEDS_64)"
  ${EndIf}
FunctionEnd

; Leaves 1 in $R9 when the old program runs: a running .exe cannot be opened for writing.
!macro IsRunning
  StrCpy $R9 0
  ${If} ${FileExists} "$INSTDIR\python\pythonw.exe"
    ClearErrors
    FileOpen $R8 "$INSTDIR\python\pythonw.exe" a
    ${If} ${Errors}
      StrCpy $R9 1
    ${Else}
      FileClose $R8
    ${EndIf}
  ${EndIf}
!macroend

Function CheckPlace
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $R8 "$INSTDIR\.zbreader-try" w
  ${If} ${Errors}
    RMDir "$INSTDIR"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NO_PERMISSION)" /SD IDOK
    Abort
  ${EndIf}
  FileClose $R8
  Delete "$INSTDIR\.zbreader-try"
  RMDir "$INSTDIR"
FunctionEnd

Section "zbreader" PROGRAM
  ; A silent run has seen no page: what the pages check is checked again.
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $R8 "$INSTDIR\.zbreader-try" w
  ${If} ${Errors}
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NO_PERMISSION)"
  ${EndIf}
  FileClose $R8
  Delete "$INSTDIR\.zbreader-try"
  SectionGetSize ${PROGRAM} $R0
  IntOp $R0 $R0 / 1024
  IntOp $R0 $R0 + 20
  ${GetRoot} "$INSTDIR" $R7
  ${DriveSpace} "$R7\" "/D=F /S=M" $R1
  ${If} $R1 < $R0
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NO_SPACE)"
  ${EndIf}
  !insertmacro IsRunning
  ${While} $R9 = 1
    ${If} ${Silent}
      !insertmacro Refuse "$(RUNNING)"
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDRETRY again
    Abort
    again:
    !insertmacro IsRunning
  ${EndWhile}

  ; The new program is laid beside the old one and takes its place when it is whole.
  RMDir /r "$INSTDIR\new"
  SetOutPath "$INSTDIR\new"
  ClearErrors
  SetOverwrite try
  File /r "${STAGE}\*.*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NOT_WHOLE)"
  ${EndIf}
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  Delete "$INSTDIR\zbreader.exe"
  Delete "$INSTDIR\zbreader-cli.exe"
  Delete "$INSTDIR\zbreader.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Rename "$INSTDIR\new\python" "$INSTDIR\python"
  Rename "$INSTDIR\new\app" "$INSTDIR\app"
  Rename "$INSTDIR\new\zbreader.exe" "$INSTDIR\zbreader.exe"
  Rename "$INSTDIR\new\zbreader-cli.exe" "$INSTDIR\zbreader-cli.exe"
  Rename "$INSTDIR\new\zbreader.ico" "$INSTDIR\zbreader.ico"
  Rename "$INSTDIR\new\LICENSE.txt" "$INSTDIR\LICENSE.txt"
  RMDir "$INSTDIR\new"
  ${If} ${FileExists} "$EXEDIR\issues\*.*"
    CreateDirectory "$INSTDIR\issues"
    CopyFiles /SILENT "$EXEDIR\issues\*.*" "$INSTDIR\issues"
  ${EndIf}

  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\支部阅读.lnk" "$INSTDIR\python\pythonw.exe" "-m zbreader" "$INSTDIR\zbreader.ico"
  CreateShortcut "$DESKTOP\支部阅读.lnk" "$INSTDIR\python\pythonw.exe" "-m zbreader" "$INSTDIR\zbreader.ico"
  WriteRegStr HKCU "Software\zbreader" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.zbissue" "" "zbreader.issue"
  WriteRegStr HKCU "Software\Classes\.zbnotes" "" "zbreader.notes"
  WriteRegStr HKCU "Software\Classes\zbreader.issue" "" "$(PACK)"
  WriteRegStr HKCU "Software\Classes\zbreader.notes" "" "$(NOTES)"
  WriteRegStr HKCU "Software\Classes\zbreader.issue\DefaultIcon" "" "$INSTDIR\zbreader.ico"
  WriteRegStr HKCU "Software\Classes\zbreader.notes\DefaultIcon" "" "$INSTDIR\zbreader.ico"
  WriteRegStr HKCU "Software\Classes\zbreader.issue\shell\open\command" "" '"$INSTDIR\python\pythonw.exe" -m zbreader "%1"'
  WriteRegStr HKCU "Software\Classes\zbreader.notes\shell\open\command" "" '"$INSTDIR\python\pythonw.exe" -m zbreader "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "支部阅读"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\zbreader.ico"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  SectionGetSize ${PROGRAM} $R0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $R0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro IsRunning
  ${If} $R9 = 1
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\issues"
  Delete "$INSTDIR\zbreader.exe"
  Delete "$INSTDIR\zbreader-cli.exe"
  Delete "$INSTDIR\zbreader.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\支部阅读.lnk"
  Delete "$DESKTOP\支部阅读.lnk"
  DeleteRegKey HKCU "Software\Classes\zbreader.issue"
  DeleteRegKey HKCU "Software\Classes\zbreader.notes"
  DeleteRegKey HKCU "Software\Classes\.zbissue"
  DeleteRegKey HKCU "Software\Classes\.zbnotes"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\zbreader"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  IfSilent +2
    MessageBox MB_OK "$(KEPT)"
SectionEnd
