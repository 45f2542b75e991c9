<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
  <context>
    <name>AboutBox</name>
    <message>
      <source>关于支部阅读</source>
      <translation>About zbreader</translation>
    </message>
    <message>
      <source>支部阅读 {version}</source>
      <translation>zbreader {version}</translation>
    </message>
    <message>
      <source>给学习小组的期刊阅读、标记和笔记程序。
不连网，不收集任何信息；以 MIT 许可证发布。</source>
      <translation>Reading, marking and studying magazine issues together.
Never goes online, collects nothing; MIT licence.</translation>
    </message>
  </context>
  <context>
    <name>AllNotesController</name>
    <message>
      <source>已加上书签。</source>
      <translation>Bookmark added.</translation>
    </message>
    <message>
      <source>已取下书签。</source>
      <translation>Bookmark taken away.</translation>
    </message>
    <message>
      <source>已取下书签和写在上面的笔记。</source>
      <translation>The bookmark and the note on it were taken away.</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
  </context>
  <context>
    <name>AllNotesDeeds</name>
    <message>
      <source>{count} 条</source>
      <translation>{count} notes</translation>
    </message>
    <message>
      <source>删除了 {count} 条。Ctrl+Z 撤销。</source>
      <translation>{count} deleted. Ctrl+Z brings them back.</translation>
    </message>
    <message>
      <source>删除了这本摘编，笔记都还在。Ctrl+Z 撤销。</source>
      <translation>The collection was deleted, its notes are all there. Ctrl+Z brings it back.</translation>
    </message>
    <message>
      <source>别人的 {count} 条没有动。</source>
      <translation> {count} by others were left alone.</translation>
    </message>
    <message>
      <source>加入了 {count} 条。</source>
      <translation>{count} added.</translation>
    </message>
    <message>
      <source>名字：</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>改了 {count} 条。</source>
      <translation>{count} changed.</translation>
    </message>
    <message>
      <source>新建了“{name}”。</source>
      <translation>“{name}” was made.</translation>
    </message>
    <message>
      <source>新建摘编本</source>
      <translation>New collection</translation>
    </message>
    <message>
      <source>未署名</source>
      <translation>No name</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>没有名字</source>
      <translation>No title</translation>
    </message>
    <message>
      <source>没有标签</source>
      <translation>No tags</translation>
    </message>
    <message>
      <source>没有符合条件的笔记。</source>
      <translation>No note fits.</translation>
    </message>
    <message>
      <source>移出了 {count} 条，笔记还在。</source>
      <translation>{count} taken out; they stay in the library.</translation>
    </message>
    <message>
      <source>给选中的 {count} 条加上标签（前面写“-”的是去掉）：</source>
      <translation>Tags to add to the {count} chosen notes (a “-” before a tag takes it away):</translation>
    </message>
    <message>
      <source>还没有笔记。在正文中选中文字，按 N 写笔记。</source>
      <translation>No notes yet. Select words on the page and press N to write one.</translation>
    </message>
    <message>
      <source>这本摘编还是空的：把笔记拖到左边它的名字上，或者选中后点“加入摘编本”。</source>
      <translation>This collection is empty: drag notes onto its name at the left, or choose some and press “Add to collection”.</translation>
    </message>
  </context>
  <context>
    <name>AllNotesModel</name>
    <message>
      <source>{heading}（{count}）</source>
      <translation>{heading} ({count})</translation>
    </message>
  </context>
  <context>
    <name>AllNotesWindow</name>
    <message>
      <source>全部笔记</source>
      <translation>All notes</translation>
    </message>
    <message>
      <source>删除</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>删除本册</source>
      <translation>Delete collection</translation>
    </message>
    <message>
      <source>到正文</source>
      <translation>Go to text</translation>
    </message>
    <message>
      <source>加入摘编本</source>
      <translation>Add to collection</translation>
    </message>
    <message>
      <source>导出…</source>
      <translation>Export…</translation>
    </message>
    <message>
      <source>摘编本</source>
      <translation>Collections</translation>
    </message>
    <message>
      <source>改名</source>
      <translation>Rename</translation>
    </message>
    <message>
      <source>新建摘编本…</source>
      <translation>New collection…</translation>
    </message>
    <message>
      <source>标签…</source>
      <translation>Tags…</translation>
    </message>
    <message>
      <source>移出本册</source>
      <translation>Take out</translation>
    </message>
    <message>
      <source>颜色</source>
      <translation>Colour</translation>
    </message>
    <message>
      <source>＋ 新建摘编本</source>
      <translation>＋ New collection</translation>
    </message>
  </context>
  <context>
    <name>Background</name>
    <message>
      <source>每月一次的试恢复没有成功。请打开“帮助 → 库体检”看看。</source>
      <translation>The monthly trial restore failed. Please look at “Help → Library health”.</translation>
    </message>
    <message>
      <source>自动备份没有做成。请打开“帮助 → 库体检”看看。</source>
      <translation>The automatic backup was not made. Please look at “Help → Library health”.</translation>
    </message>
    <message>
      <source>资料库放在网络位置上。几台电脑同时打开有损坏的危险；请放到本机，用“交笔记”和“收笔记”来合作。</source>
      <translation>The library lies on a network share. Several computers that open it at once may damage it; keep it on this computer, and work together by handing notes over.</translation>
    </message>
    <message>
      <source>这个资料库已经在另一个窗口里打开。两边可以同时看、同时记，改动会互相看到；撤销只管各自做的。</source>
      <translation>This library is open in another window already. Both can read and write at once and see each other's changes; undo only takes back what was done in its own window.</translation>
    </message>
  </context>
  <context>
    <name>BackupSettings</name>
    <message>
      <source>不按时间备份</source>
      <translation>Not by the clock</translation>
    </message>
    <message>
      <source>不限</source>
      <translation>No limit</translation>
    </message>
    <message>
      <source>最多占用：</source>
      <translation>At most:</translation>
    </message>
    <message>
      <source>每 {hours} 小时</source>
      <translation>Every {hours} hours</translation>
    </message>
    <message>
      <source>每天</source>
      <translation>Every day</translation>
    </message>
    <message>
      <source>每小时</source>
      <translation>Every hour</translation>
    </message>
    <message>
      <source>现在有 {count} 份自动备份，占 {size} MB，在资料库文件夹的 backups 里。</source>
      <translation>There are {count} automatic backups now, {size} MB, in the folder “backups” of the library.</translation>
    </message>
    <message>
      <source>程序开着时按这个间隔备份，退出时再备份一次；没有改动就不备份。导入、收笔记、升级和恢复之前总会备份。今天和昨天的都留着，更早的每天、每周、每月各留一份；占满了就先删最旧的。手动做的备份不会删，恢复和升级之前的留一个月，都不算在内。</source>
      <translation>Made at this interval while the program is open, and once more when it closes; not when nothing has changed. Before an import, a merge, an upgrade and a restore there is always one. All of today and yesterday stay, of earlier ones one a day, a week and a month; when the room is full the oldest go first. Those made by hand never go, those from before a restore or an upgrade stay for a month; neither count here.</translation>
    </message>
    <message>
      <source>自动备份：</source>
      <translation>Automatic backups:</translation>
    </message>
  </context>
  <context>
    <name>BackupsDialog</name>
    <message>
      <source>{count} 个自己的 Word 模板会回来</source>
      <translation>{count} Word templates of one’s own would come back</translation>
    </message>
    <message>
      <source>{count} 期会回来：{titles}</source>
      <translation>{count} issues will come back: {titles}</translation>
    </message>
    <message>
      <source>{count} 条后来写的笔记会没有</source>
      <translation>{count} notes written since will be gone</translation>
    </message>
    <message>
      <source>{count} 条笔记会变回当时的样子</source>
      <translation>{count} notes will be as they were then</translation>
    </message>
    <message>
      <source>{count} 条笔记会回来</source>
      <translation>{count} notes will come back</translation>
    </message>
    <message>
      <source>{count} 项设置会变回当时的样子</source>
      <translation>{count} settings would be as they were then</translation>
    </message>
    <message>
      <source>{when}　{reason}　{issues} 期　{notes} 条笔记　{size} MB</source>
      <translation>{when}   {reason}   {issues} issues   {notes} notes   {size} MB</translation>
    </message>
    <message>
      <source>{when}　读不出来</source>
      <translation>{when}   cannot be read</translation>
    </message>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>与现在相比：</source>
      <translation>Compared with now:</translation>
    </message>
    <message>
      <source>从备份恢复</source>
      <translation>Restore from a backup</translation>
    </message>
    <message>
      <source>以后写笔记的人会是“{person}”，不再是“{before}”；可以在“我是谁”里换回来</source>
      <translation>Notes would be written by “{person}” and no longer by “{before}”; “Who am I” can switch back</translation>
    </message>
    <message>
      <source>别的文件…</source>
      <translation>Another file…</translation>
    </message>
    <message>
      <source>升级之前</source>
      <translation>before an update</translation>
    </message>
    <message>
      <source>后来导入的 {count} 期会没有：{titles}</source>
      <translation>{count} issues imported since will be gone: {titles}</translation>
    </message>
    <message>
      <source>备份</source>
      <translation>Backups</translation>
    </message>
    <message>
      <source>备份 (*.db);;所有文件 (*)</source>
      <translation>Backups (*.db);;All files (*)</translation>
    </message>
    <message>
      <source>定时</source>
      <translation>scheduled</translation>
    </message>
    <message>
      <source>导入之前</source>
      <translation>before an import</translation>
    </message>
    <message>
      <source>恢复</source>
      <translation>Restore</translation>
    </message>
    <message>
      <source>恢复之前</source>
      <translation>before a restore</translation>
    </message>
    <message>
      <source>手动</source>
      <translation>by hand</translation>
    </message>
    <message>
      <source>收笔记之前</source>
      <translation>before a merge</translation>
    </message>
    <message>
      <source>未署名的人</source>
      <translation>somebody without a name</translation>
    </message>
    <message>
      <source>正在查看备份…</source>
      <translation>Looking at the backups…</translation>
    </message>
    <message>
      <source>正在比较…</source>
      <translation>Comparing…</translation>
    </message>
    <message>
      <source>笔记上的姓名会变回“{person}”</source>
      <translation>The name on the notes would be “{person}” again</translation>
    </message>
    <message>
      <source>笔记和期刊与现在的一样。</source>
      <translation>Notes and issues are the same as now.</translation>
    </message>
    <message>
      <source>设置与现在的一样。</source>
      <translation>The settings are as they are now.</translation>
    </message>
    <message>
      <source>还没有备份。也可以用“别的文件…”选一份放在别处的。</source>
      <translation>There is no backup yet. “Another file…” takes one from elsewhere.</translation>
    </message>
    <message>
      <source>这份备份里没有设置，现在的设置不变。</source>
      <translation>This backup holds no settings; those of now stay.</translation>
    </message>
    <message>
      <source>选一份备份，先看看会有什么不同。恢复之前，现在的内容和设置会自动备份一份，可以再换回来。</source>
      <translation>Choose a backup and see first what would change. What is there now, settings too, is backed up before, so that it can be brought back.</translation>
    </message>
  </context>
  <context>
    <name>Board</name>
    <message>
      <source>{count}人</source>
      <translation>{count} people</translation>
    </message>
    <message>
      <source>● 写了笔记　○ 做了标记　· 读完（本机的，和别人交笔记时附上的）</source>
      <translation>● wrote notes   ○ made marks   · read to the end (here, or as told with handed-over notes)</translation>
    </message>
    <message>
      <source>共识、分歧、没有人标记的段落、待讨论的问题</source>
      <translation>Agreement, disputes, paragraphs nobody marked, open questions</translation>
    </message>
    <message>
      <source>各篇各人</source>
      <translation>Articles and people</translation>
    </message>
    <message>
      <source>哪两个标签贴在同一句上，算有分歧</source>
      <translation>Which two tags on one sentence count as a dispute</translation>
    </message>
    <message>
      <source>大家的共识</source>
      <translation>What people agree on</translation>
    </message>
    <message>
      <source>待讨论的问题</source>
      <translation>Open questions</translation>
    </message>
    <message>
      <source>有分歧的地方</source>
      <translation>Disputed</translation>
    </message>
    <message>
      <source>每一段都有人标记过。</source>
      <translation>Somebody marked every paragraph.</translation>
    </message>
    <message>
      <source>没有人标记的段落</source>
      <translation>Paragraphs nobody marked</translation>
    </message>
    <message>
      <source>没有标着存疑、讨论或问题的笔记。</source>
      <translation>No notes are tagged as doubt, discussion or question.</translation>
    </message>
    <message>
      <source>没有贴上相反标签的句子。</source>
      <translation>No sentence carries opposite tags.</translation>
    </message>
    <message>
      <source>相反的标签…</source>
      <translation>Opposite Tags…</translation>
    </message>
    <message>
      <source>还有 {count} 处</source>
      <translation>{count} more</translation>
    </message>
    <message>
      <source>还没有两个人以上标记的句子。</source>
      <translation>No sentence is marked by two or more people yet.</translation>
    </message>
  </context>
  <context>
    <name>BoardModel</name>
    <message>
      <source>{count} 处标记</source>
      <translation>{count} marks</translation>
    </message>
    <message>
      <source>做了标记</source>
      <translation>marked</translation>
    </message>
    <message>
      <source>写了笔记</source>
      <translation>wrote a note</translation>
    </message>
    <message>
      <source>最多 {count} 人标记同一句</source>
      <translation>At most {count} people marked one sentence</translation>
    </message>
    <message>
      <source>标记</source>
      <translation>Marks</translation>
    </message>
    <message>
      <source>热度（按人数）</source>
      <translation>Heat (by people)</translation>
    </message>
    <message>
      <source>篇目</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>读完了</source>
      <translation>read to the end</translation>
    </message>
    <message>
      <source>还没有标记</source>
      <translation>not marked yet</translation>
    </message>
  </context>
  <context>
    <name>CitationStyle</name>
    <message>
      <source>——《刊名》期·栏目·篇目·作者</source>
      <translation>——Magazine, issue, column, title, author</translation>
    </message>
  </context>
  <context>
    <name>CloudDialog</name>
    <message>
      <source>{year} 年</source>
      <translation>{year}</translation>
    </message>
    <message>
      <source>全年</source>
      <translation>Whole year</translation>
    </message>
    <message>
      <source>关键词，字越大说得越多</source>
      <translation>Keywords: the larger, the more is said of them</translation>
    </message>
    <message>
      <source>年份</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>年份不详</source>
      <translation>Year unknown</translation>
    </message>
    <message>
      <source>期</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>期刊关键词</source>
      <translation>Keywords of issues</translation>
    </message>
    <message>
      <source>正在统计用词…</source>
      <translation>Counting words…</translation>
    </message>
    <message>
      <source>正在统计用词……</source>
      <translation>Counting words…</translation>
    </message>
    <message>
      <source>没有可说的词。</source>
      <translation>No word stands out.</translation>
    </message>
    <message>
      <source>资料库里还没有期刊。</source>
      <translation>The library has no issues yet.</translation>
    </message>
  </context>
  <context>
    <name>Collecting</name>
    <message>
      <source>{file} 加了密码，请输入密码：</source>
      <translation>{file} has a password. Please enter it:</translation>
    </message>
    <message>
      <source>密码打不开 {file}，请再输入一次：</source>
      <translation>The password does not open {file}. Please enter it again:</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>收笔记</source>
      <translation>Collect notes</translation>
    </message>
    <message>
      <source>有 {count} 份文件没有读出来。</source>
      <translation> {count} files could not be read.</translation>
    </message>
    <message>
      <source>正在收笔记…</source>
      <translation>Taking notes in…</translation>
    </message>
    <message>
      <source>正在看看笔记…</source>
      <translation>Looking at the notes…</translation>
    </message>
    <message>
      <source>没有新的笔记：{report}</source>
      <translation>Nothing new: {report}</translation>
    </message>
    <message>
      <source>笔记 (*.zbnotes);;所有文件 (*)</source>
      <translation>Notes (*.zbnotes);;All files (*)</translation>
    </message>
  </context>
  <context>
    <name>CollectionsModel</name>
    <message>
      <source>{name}（{count}）</source>
      <translation>{name} ({count})</translation>
    </message>
    <message>
      <source>书签</source>
      <translation>Bookmarks</translation>
    </message>
    <message>
      <source>全部笔记</source>
      <translation>All notes</translation>
    </message>
  </context>
  <context>
    <name>ColorNames</name>
    <message>
      <source>下划线</source>
      <translation>Underline</translation>
    </message>
    <message>
      <source>波浪线</source>
      <translation>Wavy line</translation>
    </message>
    <message>
      <source>粉色</source>
      <translation>Pink</translation>
    </message>
    <message>
      <source>紫色</source>
      <translation>Purple</translation>
    </message>
    <message>
      <source>绿色</source>
      <translation>Green</translation>
    </message>
    <message>
      <source>蓝色</source>
      <translation>Blue</translation>
    </message>
    <message>
      <source>高亮</source>
      <translation>Highlight</translation>
    </message>
    <message>
      <source>黄色</source>
      <translation>Yellow</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>命令</source>
      <translation>Commands</translation>
    </message>
    <message>
      <source>想做什么？可以输入汉字、拼音首字母或英文；也可以输入文章的标题</source>
      <translation>What would you like to do? Type a command, or the title of an article</translation>
    </message>
    <message>
      <source>找到的命令和文章</source>
      <translation>Commands and articles found</translation>
    </message>
    <message>
      <source>没有这样的命令或文章。</source>
      <translation>No such command or article.</translation>
    </message>
    <message>
      <source>要找的命令或文章</source>
      <translation>Command or article to find</translation>
    </message>
  </context>
  <context>
    <name>CorrectingController</name>
    <message>
      <source>{text}{count} 条笔记的文字有变动。</source>
      <translation>{text} Notes whose words changed: {count}.</translation>
    </message>
    <message>
      <source>查看笔记变动…</source>
      <translation>Look at moved notes…</translation>
    </message>
    <message>
      <source>正在重新整理…</source>
      <translation>Rebuilding…</translation>
    </message>
    <message>
      <source>用这种编码重新整理</source>
      <translation>Read again in this encoding</translation>
    </message>
    <message>
      <source>看看 {count} 处存疑…</source>
      <translation>Look at {count} doubtful places…</translation>
    </message>
    <message>
      <source>这一期的原文不是纯文本，用不着选文字编码。</source>
      <translation>The source of this issue is not plain text; it needs no choice of encoding.</translation>
    </message>
    <message>
      <source>重新整理好了。</source>
      <translation>Rebuilt.</translation>
    </message>
  </context>
  <context>
    <name>CorrectionDesk</name>
    <message>
      <source>存疑之处</source>
      <translation>Doubtful places</translation>
    </message>
    <message>
      <source>存疑之处（{count}）</source>
      <translation>Doubtful places ({count})</translation>
    </message>
    <message>
      <source>已做的校订</source>
      <translation>Corrections made</translation>
    </message>
    <message>
      <source>已做的校订（{count}）</source>
      <translation>Corrections made ({count})</translation>
    </message>
    <message>
      <source>撤去这一处</source>
      <translation>Take this one back</translation>
    </message>
    <message>
      <source>校订 {title}</source>
      <translation>Correct {title}</translation>
    </message>
    <message>
      <source>正在重新整理…</source>
      <translation>Rebuilding…</translation>
    </message>
  </context>
  <context>
    <name>DeskDeeds</name>
    <message>
      <source>作者（几位之间用顿号，没有就空着）</source>
      <translation>Authors (parted by 、; empty when there are none)</translation>
    </message>
    <message>
      <source>另起一篇</source>
      <translation>A new article</translation>
    </message>
    <message>
      <source>撤销{step}</source>
      <translation>Undo{step}</translation>
    </message>
    <message>
      <source>改作者</source>
      <translation>Change the authors</translation>
    </message>
    <message>
      <source>改标题</source>
      <translation>Change the headline</translation>
    </message>
    <message>
      <source>新一篇的标题</source>
      <translation>Headline of the new article</translation>
    </message>
    <message>
      <source>标题</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>没有存疑的地方了。</source>
      <translation>Nothing is doubtful any more.</translation>
    </message>
    <message>
      <source>请选中一段里的一行（接上下一段），或者正好两行。</source>
      <translation>Select one line of a paragraph (to join the next), or exactly two lines.</translation>
    </message>
    <message>
      <source>重做{step}</source>
      <translation>Redo{step}</translation>
    </message>
    <message>
      <source>：{step}</source>
      <translation>: {step}</translation>
    </message>
  </context>
  <context>
    <name>EncodingDialog</name>
    <message>
      <source>“{file}”是用哪种文字编码保存的？</source>
      <translation>In which encoding was “{file}” saved?</translation>
    </message>
    <message>
      <source>其余 {count} 个文件也用这种编码</source>
      <translation>The other {count} files as well</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>可选的文字编码</source>
      <translation>Encodings to choose from</translation>
    </message>
    <message>
      <source>左边逐个试试，右边读得通的就是。</source>
      <translation>Try them one by one: it is the one whose text on the right makes sense.</translation>
    </message>
    <message>
      <source>文字编码</source>
      <translation>Text encoding</translation>
    </message>
    <message>
      <source>用这种编码导入</source>
      <translation>Import in this encoding</translation>
    </message>
    <message>
      <source>用这种编码读出的开头几行</source>
      <translation>The first lines, read in this encoding</translation>
    </message>
    <message>
      <source>跳过这个文件</source>
      <translation>Skip this file</translation>
    </message>
  </context>
  <context>
    <name>ExcerptDialog</name>
    <message>
      <source> 篇</source>
      <translation> articles</translation>
    </message>
    <message>
      <source>专题摘编</source>
      <translation>Excerpts on one matter</translation>
    </message>
    <message>
      <source>专题摘编：{query}</source>
      <translation>Excerpts: {query}</translation>
    </message>
    <message>
      <source>存为文件…</source>
      <translation>Save as a file…</translation>
    </message>
    <message>
      <source>导出到</source>
      <translation>Export to</translation>
    </message>
    <message>
      <source>文件格式</source>
      <translation>File format</translation>
    </message>
    <message>
      <source>最多</source>
      <translation>At most</translation>
    </message>
    <message>
      <source>标题</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>附参考文献格式（GB/T 7714）</source>
      <translation>Add references (GB/T 7714)</translation>
    </message>
    <message>
      <source>预览</source>
      <translation>Preview</translation>
    </message>
    <message>
      <source>预览只显示前 {count} 篇。</source>
      <translation>The preview shows the first {count} articles only.</translation>
    </message>
  </context>
  <context>
    <name>ExchangeController</name>
    <message>
      <source>已把 {count} 期存到 {path}</source>
      <translation>{count} issues saved to {path}</translation>
    </message>
    <message>
      <source>查看…</source>
      <translation>Look…</translation>
    </message>
    <message>
      <source>正在同步共享文件夹…</source>
      <translation>Syncing the shared folder…</translation>
    </message>
    <message>
      <source>现在填写</source>
      <translation>Fill in now</translation>
    </message>
    <message>
      <source>笔记上要写谁的姓名？以后随时可以在“文件 ▸ 我是谁”里填写。</source>
      <translation>Whose name should stand on the notes? You can fill it in at any time under “File ▸ Who I am”.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>PDF（打印、存档）</source>
      <translation>PDF (print, archive)</translation>
    </message>
    <message>
      <source>不限</source>
      <translation>Any</translation>
    </message>
    <message>
      <source>全部笔记</source>
      <translation>All notes</translation>
    </message>
    <message>
      <source>大字</source>
      <translation>Large type</translation>
    </message>
    <message>
      <source>导出到</source>
      <translation>Export to</translation>
    </message>
    <message>
      <source>导出到文件…</source>
      <translation>Export to file…</translation>
    </message>
    <message>
      <source>导出哪些笔记</source>
      <translation>Which notes</translation>
    </message>
    <message>
      <source>导出笔记</source>
      <translation>Export notes</translation>
    </message>
    <message>
      <source>提示经导入修复的文字</source>
      <translation>Point out text that the import repaired</translation>
    </message>
    <message>
      <source>文件格式</source>
      <translation>File format</translation>
    </message>
    <message>
      <source>本期：{title}</source>
      <translation>This issue: {title}</translation>
    </message>
    <message>
      <source>本篇：{title}</source>
      <translation>This article: {title}</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>样式</source>
      <translation>Sheet</translation>
    </message>
    <message>
      <source>选中的</source>
      <translation>the selected one</translation>
    </message>
    <message>
      <source>选中的 {count} 条</source>
      <translation>{count} chosen notes</translation>
    </message>
    <message>
      <source>附参考文献格式（GB/T 7714）</source>
      <translation>Add references (GB/T 7714)</translation>
    </message>
    <message>
      <source>预览</source>
      <translation>Preview</translation>
    </message>
  </context>
  <context>
    <name>FileDeeds</name>
    <message>
      <source>{count} 处校订存到了 {file}。</source>
      <translation>{count} corrections were saved to {file}.</translation>
    </message>
    <message>
      <source>保存校订</source>
      <translation>Save corrections</translation>
    </message>
    <message>
      <source>应用校订文件</source>
      <translation>Apply a file of corrections</translation>
    </message>
    <message>
      <source>校订</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <source>校订文件 (*.zbfix)</source>
      <translation>Corrections (*.zbfix)</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>不分组</source>
      <translation>Not grouped</translation>
    </message>
    <message>
      <source>位置原样</source>
      <translation>In their old place</translation>
    </message>
    <message>
      <source>位置已修复</source>
      <translation>Place repaired</translation>
    </message>
    <message>
      <source>作者</source>
      <translation>Author</translation>
    </message>
    <message>
      <source>全部作者</source>
      <translation>All authors</translation>
    </message>
    <message>
      <source>全部标签</source>
      <translation>All tags</translation>
    </message>
    <message>
      <source>全部状态</source>
      <translation>All states</translation>
    </message>
    <message>
      <source>全部颜色</source>
      <translation>All colours</translation>
    </message>
    <message>
      <source>分组</source>
      <translation>Grouping</translation>
    </message>
    <message>
      <source>只有标记</source>
      <translation>Marks without a note</translation>
    </message>
    <message>
      <source>按作者</source>
      <translation>By author</translation>
    </message>
    <message>
      <source>按作者分组</source>
      <translation>Grouped by author</translation>
    </message>
    <message>
      <source>按期分组</source>
      <translation>Grouped by issue</translation>
    </message>
    <message>
      <source>按期次篇目</source>
      <translation>In reading order</translation>
    </message>
    <message>
      <source>按标签分组</source>
      <translation>Grouped by tag</translation>
    </message>
    <message>
      <source>按篇分组</source>
      <translation>Grouped by article</translation>
    </message>
    <message>
      <source>按篇名</source>
      <translation>By article title</translation>
    </message>
    <message>
      <source>按颜色分组</source>
      <translation>Grouped by colour</translation>
    </message>
    <message>
      <source>排序</source>
      <translation>Order</translation>
    </message>
    <message>
      <source>整篇文章</source>
      <translation>Whole article</translation>
    </message>
    <message>
      <source>最早写的在前</source>
      <translation>Oldest first</translation>
    </message>
    <message>
      <source>最近修改在前</source>
      <translation>Last edited first</translation>
    </message>
    <message>
      <source>有笔记</source>
      <translation>With a note</translation>
    </message>
    <message>
      <source>未署名</source>
      <translation>No name</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>没有找到位置</source>
      <translation>Place not found</translation>
    </message>
    <message>
      <source>状态</source>
      <translation>State</translation>
    </message>
    <message>
      <source>筛选笔记</source>
      <translation>Filter notes</translation>
    </message>
    <message>
      <source>筛选：原文、笔记或标签里的文字</source>
      <translation>Filter: words in quotation, note or tags</translation>
    </message>
    <message>
      <source>自己排的次序</source>
      <translation>Own order</translation>
    </message>
    <message>
      <source>颜色</source>
      <translation>Colour</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>上一处</source>
      <translation>Previous match</translation>
    </message>
    <message>
      <source>下一处</source>
      <translation>Next match</translation>
    </message>
    <message>
      <source>关闭查找</source>
      <translation>Close the find bar</translation>
    </message>
    <message>
      <source>在本篇中查找</source>
      <translation>Find in this article</translation>
    </message>
    <message>
      <source>没有</source>
      <translation>None</translation>
    </message>
  </context>
  <context>
    <name>FindingsModel</name>
    <message>
      <source>把握 {percent}%</source>
      <translation>confidence {percent}%</translation>
    </message>
    <message>
      <source>第 {lines} 行</source>
      <translation>lines {lines}</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
  </context>
  <context>
    <name>FindingsView</name>
    <message>
      <source>存疑之处</source>
      <translation>Doubtful places</translation>
    </message>
  </context>
  <context>
    <name>GiveDialog</name>
    <message>
      <source>{count} 条</source>
      <translation>{count} notes</translation>
    </message>
    <message>
      <source>{notes}，读完 {count} 篇</source>
      <translation>{notes}, {count} articles read to the end</translation>
    </message>
    <message>
      <source>上次交出以后的</source>
      <translation>New since the last time</translation>
    </message>
    <message>
      <source>交笔记</source>
      <translation>Hand in notes</translation>
    </message>
    <message>
      <source>全部笔记</source>
      <translation>All notes</translation>
    </message>
    <message>
      <source>只告诉组长读完了哪几篇，不带时间。几个人合用一台电脑时，分不清是谁读的。</source>
      <translation>Tells which articles you have finished, without times. Where several people share a computer, it cannot tell who read them.</translation>
    </message>
    <message>
      <source>哪些笔记：</source>
      <translation>Which notes:</translation>
    </message>
    <message>
      <source>姓名：</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>存成一个文件，用微信、邮件或 U 盘交给组长；组长用“收笔记”收下。</source>
      <translation>Saves one file to hand to the group leader by message, mail or USB stick; the leader takes it in with “Collect notes”.</translation>
    </message>
    <message>
      <source>存成文件</source>
      <translation>Save to file</translation>
    </message>
    <message>
      <source>存成文件…</source>
      <translation>Save to file…</translation>
    </message>
    <message>
      <source>学习笔记</source>
      <translation>Study notes</translation>
    </message>
    <message>
      <source>所在党支部、党小组或学习小组，可以不填</source>
      <translation>Your branch or group; may stay empty</translation>
    </message>
    <message>
      <source>支部或小组：</source>
      <translation>Branch or group:</translation>
    </message>
    <message>
      <source>本期：{title}</source>
      <translation>This issue: {title}</translation>
    </message>
    <message>
      <source>本次学习：{title}</source>
      <translation>This session: {title}</translation>
    </message>
    <message>
      <source>本篇：{title}</source>
      <translation>This article: {title}</translation>
    </message>
    <message>
      <source>没有可以交的笔记</source>
      <translation>No notes to hand over</translation>
    </message>
    <message>
      <source>笔记 (*{suffix})</source>
      <translation>Notes (*{suffix})</translation>
    </message>
    <message>
      <source>签名：</source>
      <translation>Signature:</translation>
    </message>
    <message>
      <source>让收的人知道是谁的笔记</source>
      <translation>So that the leader knows whose notes they are</translation>
    </message>
    <message>
      <source>附上读过的篇目</source>
      <translation>Add which articles I have read</translation>
    </message>
  </context>
  <context>
    <name>Grip</name>
    <message>
      <source>按住拖到窗口的左边、右边或下边</source>
      <translation>Drag it to the left, the right or the bottom of the window</translation>
    </message>
  </context>
  <context>
    <name>GuideWindow</name>
    <message>
      <source>使用手册</source>
      <translation>User guide</translation>
    </message>
    <message>
      <source>完整手册</source>
      <translation>The long guide</translation>
    </message>
  </context>
  <context>
    <name>HandOutDialog</name>
    <message>
      <source>不再放进共享文件夹</source>
      <translation>Take out of the shared folder</translation>
    </message>
    <message>
      <source>先在“文件 ▸ 共享文件夹…”里选一个文件夹</source>
      <translation>First choose a folder in “File ▸ Shared Folder…”</translation>
    </message>
    <message>
      <source>发给组员</source>
      <translation>Send to the Group</translation>
    </message>
    <message>
      <source>另存一个期刊包，给还没有这几期的人</source>
      <translation>Also save an issue pack, for those who lack these issues</translation>
    </message>
    <message>
      <source>姓名：</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>存成文件</source>
      <translation>Save as File</translation>
    </message>
    <message>
      <source>存成文件…</source>
      <translation>Save as File…</translation>
    </message>
    <message>
      <source>学习会：</source>
      <translation>Session:</translation>
    </message>
    <message>
      <source>放进共享文件夹</source>
      <translation>Put into the shared folder</translation>
    </message>
    <message>
      <source>笔记 (*{suffix})</source>
      <translation>Notes (*{suffix})</translation>
    </message>
    <message>
      <source>签名：</source>
      <translation>Signature:</translation>
    </message>
    <message>
      <source>组员的程序里会出现这次学习会的计划：日期、主题、篇目、领学人、研讨问题。存成文件，组员用“收笔记”收下；放进共享文件夹，以后改了计划，组员那里也跟着改，各人自己改过的不动。应到名单、缺席、感言和议定事项不会发出去。</source>
      <translation>The members’ programs will show the plan of this session: date, theme, articles, leaders, questions. Save it as a file, which members take in with “Collect Notes”; or put it into the shared folder, where later changes follow, without touching what members changed themselves. Who is expected or absent, what was said and what was decided never goes out.</translation>
    </message>
    <message>
      <source>让组员知道是谁发的</source>
      <translation>So that members know who sent it</translation>
    </message>
    <message>
      <source>送学</source>
      <translation>plan</translation>
    </message>
    <message>
      <source>附上我在这些篇目上的 {count} 条笔记</source>
      <translation>With my {count} notes on these articles</translation>
    </message>
    <message>
      <source>附上我在这些篇目上的笔记</source>
      <translation>With my notes on these articles</translation>
    </message>
  </context>
  <context>
    <name>HealthController</name>
    <message>
      <source>修复</source>
      <translation>Recover</translation>
    </message>
    <message>
      <source>修复资料库</source>
      <translation>Recover the library</translation>
    </message>
    <message>
      <source>先救笔记，再用存档的原文重新整理期刊，缺的从最近的备份里补。损坏的文件会留在备份文件夹里。</source>
      <translation>Notes come first, then the issues are made again from their kept sources; what is missing is taken from the newest backup. The damaged file stays in the backups folder.</translation>
    </message>
    <message>
      <source>全部导出到</source>
      <translation>Export everything to</translation>
    </message>
    <message>
      <source>压缩包 (*.zip)</source>
      <translation>Zip files (*.zip)</translation>
    </message>
    <message>
      <source>备份 (*.db);;所有文件 (*)</source>
      <translation>Backups (*.db);;All files (*)</translation>
    </message>
    <message>
      <source>备份到</source>
      <translation>Back up to</translation>
    </message>
    <message>
      <source>已从 {file} 恢复。</source>
      <translation>Restored from {file}.</translation>
    </message>
    <message>
      <source>已备份到 {file}。</source>
      <translation>Backed up to {file}.</translation>
    </message>
    <message>
      <source>已把 {issues} 期、{notes} 条笔记导出到 {file}。</source>
      <translation>{issues} issues and {notes} notes were exported to {file}.</translation>
    </message>
    <message>
      <source>打开文件夹</source>
      <translation>Open folder</translation>
    </message>
    <message>
      <source>把还读得出的内容修复到一个新的资料库里吗？</source>
      <translation>Recover what can still be read into a new library?</translation>
    </message>
    <message>
      <source>换回来</source>
      <translation>Bring it back</translation>
    </message>
    <message>
      <source>支部阅读全部内容_{day}.zip</source>
      <translation>zbreader-everything-{day}.zip</translation>
    </message>
    <message>
      <source>支部阅读备份_{day}.db</source>
      <translation>zbreader-backup-{day}.db</translation>
    </message>
    <message>
      <source>正在修复…</source>
      <translation>Recovering…</translation>
    </message>
    <message>
      <source>正在备份…</source>
      <translation>Backing up…</translation>
    </message>
    <message>
      <source>正在导出全部内容…</source>
      <translation>Exporting everything…</translation>
    </message>
    <message>
      <source>正在恢复…</source>
      <translation>Restoring…</translation>
    </message>
    <message>
      <source>正在试恢复…</source>
      <translation>Restoring for trial…</translation>
    </message>
    <message>
      <source>正在重建搜索索引…</source>
      <translation>Making the search index anew…</translation>
    </message>
    <message>
      <source>正在重新整理…</source>
      <translation>Making the issues anew…</translation>
    </message>
  </context>
  <context>
    <name>HealthPage</name>
    <message>
      <source>……共 {count} 处</source>
      <translation>… {count} in all</translation>
    </message>
    <message>
      <source>一切正常。</source>
      <translation>All is well.</translation>
    </message>
    <message>
      <source>一切正常，有 {count} 处可以留意。</source>
      <translation>All is well; {count} things are good to know.</translation>
    </message>
    <message>
      <source>修复…</source>
      <translation>Recover…</translation>
    </message>
    <message>
      <source>全部导出…</source>
      <translation>Export Everything…</translation>
    </message>
    <message>
      <source>可以留意</source>
      <translation>good to know</translation>
    </message>
    <message>
      <source>复制结果</source>
      <translation>Copy the result</translation>
    </message>
    <message>
      <source>库体检</source>
      <translation>Library health</translation>
    </message>
    <message>
      <source>所有期刊和笔记存成谁都打得开的文件</source>
      <translation>All issues and notes as files that anybody can open</translation>
    </message>
    <message>
      <source>打开文件夹</source>
      <translation>Open folder</translation>
    </message>
    <message>
      <source>有 {count} 处需要处理。</source>
      <translation>{count} things should be seen to.</translation>
    </message>
    <message>
      <source>正在检查…</source>
      <translation>Checking…</translation>
    </message>
    <message>
      <source>正在检查资料库…</source>
      <translation>Checking the library…</translation>
    </message>
    <message>
      <source>正常</source>
      <translation>well</translation>
    </message>
    <message>
      <source>没有检查完。</source>
      <translation>The check did not finish.</translation>
    </message>
    <message>
      <source>现在备份</source>
      <translation>Back up now</translation>
    </message>
    <message>
      <source>现在试试</source>
      <translation>Try now</translation>
    </message>
    <message>
      <source>看看笔记</source>
      <translation>Show notes</translation>
    </message>
    <message>
      <source>重建索引</source>
      <translation>Rebuild index</translation>
    </message>
    <message>
      <source>重新整理</source>
      <translation>Make again</translation>
    </message>
    <message>
      <source>重新检查</source>
      <translation>Check again</translation>
    </message>
    <message>
      <source>需要处理</source>
      <translation>should be seen to</translation>
    </message>
  </context>
  <context>
    <name>HeatMargin</name>
    <message>
      <source>{count} 人：{names}</source>
      <translation>{count} people: {names}</translation>
    </message>
    <message>
      <source>多少人标记了每一句</source>
      <translation>How many people marked each sentence</translation>
    </message>
    <message>
      <source>未署名</source>
      <translation>Unnamed</translation>
    </message>
  </context>
  <context>
    <name>HeatStrip</name>
    <message>
      <source>全篇的热度</source>
      <translation>Heat along the whole article</translation>
    </message>
    <message>
      <source>最多 {count} 人标记同一句</source>
      <translation>At most {count} people marked one sentence</translation>
    </message>
  </context>
  <context>
    <name>HitChart</name>
    <message>
      <source>{first} 至 {last}</source>
      <translation>{first} to {last}</translation>
    </message>
    <message>
      <source>{label}：{articles} 篇，{count} 处</source>
      <translation>{label}: {articles} articles, {count} places</translation>
    </message>
    <message>
      <source>各期命中数</source>
      <translation>Hits by issue</translation>
    </message>
  </context>
  <context>
    <name>HitSteps</name>
    <message>
      <source>这是最后一处。</source>
      <translation>This is the last place.</translation>
    </message>
    <message>
      <source>这是第一处。</source>
      <translation>This is the first place.</translation>
    </message>
  </context>
  <context>
    <name>ImportController</name>
    <message>
      <source>{count} 条笔记的文字有变动，见“笔记 → 查看笔记变动…”。</source>
      <translation>The words of {count} notes changed: see “Notes → Look at moved notes…”.</translation>
    </message>
    <message>
      <source>导入前预览</source>
      <translation>Preview an import</translation>
    </message>
    <message>
      <source>导入整个文件夹</source>
      <translation>Import a folder</translation>
    </message>
    <message>
      <source>导入期刊</source>
      <translation>Import issues</translation>
    </message>
    <message>
      <source>期刊文件 (*.txt *.md *.docx *.pdf *.epub *.html *.htm *.zbissue);;所有文件 (*)</source>
      <translation>Issues (*.txt *.md *.docx *.pdf *.epub *.html *.htm *.zbissue);;All files (*)</translation>
    </message>
    <message>
      <source>正在准备示例…</source>
      <translation>Preparing the sample…</translation>
    </message>
    <message>
      <source>正在导入…</source>
      <translation>Importing…</translation>
    </message>
    <message>
      <source>正在导入随程序带来的期刊…</source>
      <translation>Importing the issues that came with the program…</translation>
    </message>
    <message>
      <source>正在查看…</source>
      <translation>Looking…</translation>
    </message>
    <message>
      <source>没有导入的文件</source>
      <translation>Files that were not imported</translation>
    </message>
    <message>
      <source>用这种编码预览</source>
      <translation>Preview in this encoding</translation>
    </message>
    <message>
      <source>看看是哪些…</source>
      <translation>Which ones…</translation>
    </message>
  </context>
  <context>
    <name>IssuePacking</name>
    <message>
      <source>存成期刊包</source>
      <translation>Save as a pack</translation>
    </message>
    <message>
      <source>期刊包 (*{suffix})</source>
      <translation>Pack of issues (*{suffix})</translation>
    </message>
  </context>
  <context>
    <name>LibraryModel</name>
    <message>
      <source>{count} 条笔记</source>
      <translation>Notes: {count}</translation>
    </message>
    <message>
      <source>已读完</source>
      <translation>read</translation>
    </message>
    <message>
      <source>有书签</source>
      <translation>bookmarked</translation>
    </message>
    <message>
      <source>读到 {percent}%</source>
      <translation>read to {percent}%</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
  </context>
  <context>
    <name>LibraryView</name>
    <message>
      <source>存成期刊包…</source>
      <translation>Save as a pack…</translation>
    </message>
    <message>
      <source>导出本期笔记…</source>
      <translation>Export notes of this issue…</translation>
    </message>
    <message>
      <source>导出本篇笔记…</source>
      <translation>Export notes of this article…</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>期刊目录</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>标为已读</source>
      <translation>Mark as read</translation>
    </message>
    <message>
      <source>标为未读</source>
      <translation>Mark as unread</translation>
    </message>
    <message>
      <source>校订本期…</source>
      <translation>Correct this issue…</translation>
    </message>
    <message>
      <source>校订本篇…</source>
      <translation>Correct this article…</translation>
    </message>
    <message>
      <source>移除本期…</source>
      <translation>Remove this issue…</translation>
    </message>
  </context>
  <context>
    <name>LinePanel</name>
    <message>
      <source>本行全文</source>
      <translation>The whole line</translation>
    </message>
  </context>
  <context>
    <name>Look</name>
    <message>
      <source>宋体</source>
      <translation>Serif</translation>
    </message>
    <message>
      <source>楷体</source>
      <translation>Kai</translation>
    </message>
    <message>
      <source>跟随系统明暗</source>
      <translation>As the system: light or dark</translation>
    </message>
    <message>
      <source>黑体</source>
      <translation>Sans-serif</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>{title} — 支部阅读</source>
      <translation>{title} — zbreader</translation>
    </message>
    <message>
      <source>支部阅读</source>
      <translation>zbreader</translation>
    </message>
    <message>
      <source>松开鼠标，就导入这些文件。</source>
      <translation>Drop to import these files.</translation>
    </message>
    <message>
      <source>目录</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>笔记</source>
      <translation>Notes</translation>
    </message>
  </context>
  <context>
    <name>NextPart</name>
    <message>
      <source>下一篇：{title}</source>
      <translation>Next: {title}</translation>
    </message>
    <message>
      <source>专题“{name}”第 {number} 篇，共 {count} 篇</source>
      <translation>Series “{name}”, {number} of {count}</translation>
    </message>
    <message>
      <source>专题下一篇：{title}</source>
      <translation>Next in the series: {title}</translation>
    </message>
  </context>
  <context>
    <name>NoteEditor</name>
    <message>
      <source>写下你的想法，边写边自动保存</source>
      <translation>Write down what you think; it saves itself as you write</translation>
    </message>
    <message>
      <source>删除这条标记和笔记</source>
      <translation>Delete this mark and its note</translation>
    </message>
    <message>
      <source>插入提示（Ctrl+J）</source>
      <translation>Insert a prompt (Ctrl+J)</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>标签，用空格或顿号隔开</source>
      <translation>Tags, separated by spaces</translation>
    </message>
    <message>
      <source>笔记内容</source>
      <translation>Note</translation>
    </message>
  </context>
  <context>
    <name>NotesList</name>
    <message>
      <source>笔记列表</source>
      <translation>List of notes</translation>
    </message>
  </context>
  <context>
    <name>NotesModel</name>
    <message>
      <source>在现在的正文中找不到这段文字，笔记已保留</source>
      <translation>This passage is not in the present text; the note is kept</translation>
    </message>
    <message>
      <source>整篇文章</source>
      <translation>Whole article</translation>
    </message>
    <message>
      <source>正文有改动，位置已自动调整</source>
      <translation>The text has changed; the place was adjusted</translation>
    </message>
  </context>
  <context>
    <name>NotesPanel</name>
    <message>
      <source>位置原样</source>
      <translation>In their old place</translation>
    </message>
    <message>
      <source>位置已修复</source>
      <translation>Place repaired</translation>
    </message>
    <message>
      <source>全部笔记</source>
      <translation>All notes</translation>
    </message>
    <message>
      <source>写这条笔记</source>
      <translation>Write this note</translation>
    </message>
    <message>
      <source>删除这条标记</source>
      <translation>Delete this mark</translation>
    </message>
    <message>
      <source>在正文中显示</source>
      <translation>Show in the text</translation>
    </message>
    <message>
      <source>复制原文和笔记</source>
      <translation>Copy passage and note</translation>
    </message>
    <message>
      <source>按颜色、状态、作者筛选</source>
      <translation>Filter by colour, state, author</translation>
    </message>
    <message>
      <source>未署名</source>
      <translation>No name</translation>
    </message>
    <message>
      <source>没有找到位置</source>
      <translation>Place not found</translation>
    </message>
    <message>
      <source>没有符合条件的笔记</source>
      <translation>No matching notes</translation>
    </message>
    <message>
      <source>笔记</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>筛选笔记</source>
      <translation>Filter notes</translation>
    </message>
    <message>
      <source>筛选：文字或 #标签</source>
      <translation>Filter: words or #tag</translation>
    </message>
    <message>
      <source>还没有笔记。
在正文中选中文字，按 N 写笔记，按 1 至 5 高亮。</source>
      <translation>No notes yet.
Select words in the text: N writes a note, 1 to 5 highlight.</translation>
    </message>
  </context>
  <context>
    <name>NoticeBar</name>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>关闭提示</source>
      <translation>Close the notice</translation>
    </message>
  </context>
  <context>
    <name>OppositesDialog</name>
    <message>
      <source>一方</source>
      <translation>One side</translation>
    </message>
    <message>
      <source>不同的人在同一句上贴了一行里的两个标签，看板就把它列为有分歧。全部清空，就用原来的几对。</source>
      <translation>Where different people put the two tags of one row on the same sentence, the board lists it as disputed. With all rows empty, the usual pairs count.</translation>
    </message>
    <message>
      <source>另一方</source>
      <translation>Other side</translation>
    </message>
    <message>
      <source>相反的标签</source>
      <translation>Opposite Tags</translation>
    </message>
  </context>
  <context>
    <name>OutlineModel</name>
    <message>
      <source>{count} 段</source>
      <translation>paragraphs: {count}</translation>
    </message>
    <message>
      <source>不属于文章的文字</source>
      <translation>Text outside the articles</translation>
    </message>
    <message>
      <source>存疑</source>
      <translation>doubtful</translation>
    </message>
    <message>
      <source>存疑，把握 {percent}%</source>
      <translation>doubtful, confidence {percent}%</translation>
    </message>
    <message>
      <source>目录里有，正文里没找到</source>
      <translation>On the contents page, not found in the text</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
  </context>
  <context>
    <name>OutlineView</name>
    <message>
      <source>结构</source>
      <translation>Structure</translation>
    </message>
  </context>
  <context>
    <name>OwnTemplateLinks</name>
    <message>
      <source>复制这份模板来改</source>
      <translation>Copy this template and change it</translation>
    </message>
    <message>
      <source>打开模板文件夹</source>
      <translation>Open the template folder</translation>
    </message>
  </context>
  <context>
    <name>PackDialog</name>
    <message>
      <source>{count} 期</source>
      <translation>{count} issues</translation>
    </message>
    <message>
      <source>存成文件</source>
      <translation>Save to a file</translation>
    </message>
    <message>
      <source>存成文件…</source>
      <translation>Save to a file…</translation>
    </message>
    <message>
      <source>导出期刊包</source>
      <translation>Export an Issue Pack</translation>
    </message>
    <message>
      <source>把选中的期连同校订存成一个文件；别人用“导入期刊”打开它。笔记不在里面。</source>
      <translation>The chosen issues and their corrections become one file; others open it with “Import Issues”. Notes are not in it.</translation>
    </message>
    <message>
      <source>期刊包</source>
      <translation>Issues</translation>
    </message>
    <message>
      <source>期刊包 (*{suffix})</source>
      <translation>Issue packs (*{suffix})</translation>
    </message>
    <message>
      <source>要导出的期</source>
      <translation>Issues to export</translation>
    </message>
  </context>
  <context>
    <name>PaletteOpening</name>
    <message>
      <source>期刊</source>
      <translation>Issues</translation>
    </message>
  </context>
  <context>
    <name>PaneMenu</name>
    <message>
      <source>{color}高亮	{key}</source>
      <translation>{color} highlight	{key}</translation>
    </message>
    <message>
      <source>下划线	U</source>
      <translation>Underline	U</translation>
    </message>
    <message>
      <source>写笔记</source>
      <translation>Write a note</translation>
    </message>
    <message>
      <source>删除这条标记</source>
      <translation>Delete this mark</translation>
    </message>
    <message>
      <source>复制并附出处	Ctrl+Shift+C</source>
      <translation>Copy with source	Ctrl+Shift+C</translation>
    </message>
    <message>
      <source>复制并附出处，格式为</source>
      <translation>Copy with source as</translation>
    </message>
    <message>
      <source>改为{color}</source>
      <translation>Make it {color}</translation>
    </message>
    <message>
      <source>改为{style}</source>
      <translation>Make it: {style}</translation>
    </message>
    <message>
      <source>波浪线	W</source>
      <translation>Wavy line	W</translation>
    </message>
    <message>
      <source>编辑笔记</source>
      <translation>Edit the note</translation>
    </message>
  </context>
  <context>
    <name>PanelArranging</name>
    <message>
      <source>下边</source>
      <translation>Below</translation>
    </message>
    <message>
      <source>右边</source>
      <translation>Right</translation>
    </message>
    <message>
      <source>左边</source>
      <translation>Left</translation>
    </message>
    <message>
      <source>搜索结果</source>
      <translation>Search results</translation>
    </message>
    <message>
      <source>目录的位置上</source>
      <translation>In the place of the library</translation>
    </message>
  </context>
  <context>
    <name>PasswordFields</name>
    <message>
      <source>再写一次：</source>
      <translation>Once more:</translation>
    </message>
    <message>
      <source>可以不设；至少 {count} 个字符，另外告诉收的人</source>
      <translation>Optional; at least {count} characters, told to the receiver by other means</translation>
    </message>
    <message>
      <source>密码：</source>
      <translation>Password:</translation>
    </message>
  </context>
  <context>
    <name>PlanForm</name>
    <message>
      <source>一行一个问题</source>
      <translation>One question a line</translation>
    </message>
    <message>
      <source>主办党支部</source>
      <translation>Branch</translation>
    </message>
    <message>
      <source>主持人</source>
      <translation>Chair</translation>
    </message>
    <message>
      <source>主题</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>加入打开的文章</source>
      <translation>Add the open article</translation>
    </message>
    <message>
      <source>地点</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>学习篇目</source>
      <translation>Articles to study</translation>
    </message>
    <message>
      <source>形式</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>日期</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>期号</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>研讨问题</source>
      <translation>Questions</translation>
    </message>
    <message>
      <source>篇目</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>类别</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>联建单位</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>记录人</source>
      <translation>Minutes by</translation>
    </message>
    <message>
      <source>领学人</source>
      <translation>Led by</translation>
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source>一般</source>
      <translation>General</translation>
    </message>
    <message>
      <source>写在笔记上的姓名，可以不填</source>
      <translation>Your name on your notes (optional)</translation>
    </message>
    <message>
      <source>备份</source>
      <translation>Backups</translation>
    </message>
    <message>
      <source>复制并附出处：</source>
      <translation>Copy with source:</translation>
    </message>
    <message>
      <source>姓名：</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>引用</source>
      <translation>Quoting</translation>
    </message>
    <message>
      <source>排版</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>搜索</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>样子：</source>
      <translation>Looks like:</translation>
    </message>
    <message>
      <source>签名</source>
      <translation>Signatures</translation>
    </message>
    <message>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>语言在下次启动时改变。</source>
      <translation>The language changes at the next start.</translation>
    </message>
    <message>
      <source>语言：</source>
      <translation>Language:</translation>
    </message>
    <message>
      <source>跟随系统</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>（所选的文字）</source>
      <translation>(the words selected)</translation>
    </message>
  </context>
  <context>
    <name>PreviewDialog</name>
    <message>
      <source>{count} 个文件不能导入</source>
      <translation>files that cannot be imported: {count}</translation>
    </message>
    <message>
      <source>{count} 处存疑</source>
      <translation>doubtful places: {count}</translation>
    </message>
    <message>
      <source>{count} 期</source>
      <translation>issues: {count}</translation>
    </message>
    <message>
      <source>{count} 篇</source>
      <translation>articles: {count}</translation>
    </message>
    <message>
      <source>其中 {count} 期资料库里已有，会更新</source>
      <translation>already in the library, to be updated: {count}</translation>
    </message>
    <message>
      <source>原文</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>原文：{file}</source>
      <translation>Source: {file}</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>存疑之处，最没有把握的在前</source>
      <translation>Doubtful places, least certain first</translation>
    </message>
    <message>
      <source>导入</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>导入前预览</source>
      <translation>Preview of the import</translation>
    </message>
    <message>
      <source>导入后的样子</source>
      <translation>As it will be imported</translation>
    </message>
    <message>
      <source>换文字编码…</source>
      <translation>Another encoding…</translation>
    </message>
    <message>
      <source>正在查看…</source>
      <translation>Looking…</translation>
    </message>
    <message>
      <source>每次导入前都先预览</source>
      <translation>Always preview before importing</translation>
    </message>
    <message>
      <source>没有可导入的内容。</source>
      <translation>There is nothing to import.</translation>
    </message>
    <message>
      <source>没有存疑</source>
      <translation>nothing doubtful</translation>
    </message>
    <message>
      <source>没有存疑的地方。</source>
      <translation>Nothing is doubtful.</translation>
    </message>
    <message>
      <source>没有看成。</source>
      <translation>It could not be looked at.</translation>
    </message>
    <message>
      <source>用这种编码</source>
      <translation>Use this encoding</translation>
    </message>
    <message>
      <source>资料库里已有这一期，导入会更新它，笔记会跟过去</source>
      <translation>This issue is in the library; importing updates it, and its notes follow</translation>
    </message>
    <message>
      <source>进度</source>
      <translation>Progress</translation>
    </message>
  </context>
  <context>
    <name>Projector</name>
    <message>
      <source>不显示标记</source>
      <translation>No marks</translation>
    </message>
    <message>
      <source>全部标记</source>
      <translation>All marks</translation>
    </message>
    <message>
      <source>只看我的标记</source>
      <translation>Only my marks</translation>
    </message>
    <message>
      <source>大家的共识：两人以上标记的句子</source>
      <translation>What all agree on: sentences that two or more marked</translation>
    </message>
    <message>
      <source>投影</source>
      <translation>Project</translation>
    </message>
    <message>
      <source>空格 翻页　↓ 下一段　M 换标记　＋ － 字号　Esc 退出</source>
      <translation>Space page  ↓ paragraph  M marks  + − size  Esc leave</translation>
    </message>
    <message>
      <source>领学</source>
      <translation>Reading together</translation>
    </message>
    <message>
      <source>领学：{title}</source>
      <translation>Reading together: {title}</translation>
    </message>
  </context>
  <context>
    <name>PromptDialog</name>
    <message>
      <source>每组第一行是名字，下面是要填的各行；两组之间空一行。全部删掉就恢复原来的。</source>
      <translation>The first line of each set is its name, its lines follow; an empty line stands between two sets. Delete everything to get the usual ones back.</translation>
    </message>
    <message>
      <source>笔记提示</source>
      <translation>Note prompts</translation>
    </message>
  </context>
  <context>
    <name>PromptMenu</name>
    <message>
      <source>修改提示…</source>
      <translation>Change prompts…</translation>
    </message>
  </context>
  <context>
    <name>ProvenancePanel</name>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>到校订台…</source>
      <translation>To the correction desk…</translation>
    </message>
    <message>
      <source>引文所在的原文</source>
      <translation>The source of the quotation</translation>
    </message>
    <message>
      <source>引文核对</source>
      <translation>Check the quotation</translation>
    </message>
  </context>
  <context>
    <name>ReadingAloud</name>
    <message>
      <source>没有声音设备</source>
      <translation>there is no sound device</translation>
    </message>
  </context>
  <context>
    <name>ReadingPane</name>
    <message>
      <source>全选	Ctrl+A</source>
      <translation>Select all	Ctrl+A</translation>
    </message>
    <message>
      <source>写笔记	N</source>
      <translation>Write a note	N</translation>
    </message>
    <message>
      <source>在书库中查找	S</source>
      <translation>Look up in the library	S</translation>
    </message>
    <message>
      <source>复制	Ctrl+C</source>
      <translation>Copy	Ctrl+C</translation>
    </message>
    <message>
      <source>正文</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>正文：{title}</source>
      <translation>Text: {title}</translation>
    </message>
    <message>
      <source>选中文字后按 1 至 5 高亮，U 下划线，W 波浪线，N 写笔记</source>
      <translation>With words selected: 1 to 5 highlight, U underlines, W draws a wavy line, N writes a note</translation>
    </message>
  </context>
  <context>
    <name>RecordForm</name>
    <message>
      <source>事项</source>
      <translation>Matter</translation>
    </message>
    <message>
      <source>办结</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>原因</source>
      <translation>Reason</translation>
    </message>
    <message>
      <source>原话</source>
      <translation>Words</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>姓名之间用顿号隔开</source>
      <translation>Names, separated by commas</translation>
    </message>
    <message>
      <source>应到 {expected} 人，实到 {present} 人</source>
      <translation>{expected} expected, {present} present</translation>
    </message>
    <message>
      <source>应到人员</source>
      <translation>Expected</translation>
    </message>
    <message>
      <source>感言</source>
      <translation>Remarks</translation>
    </message>
    <message>
      <source>所在支部</source>
      <translation>Branch</translation>
    </message>
    <message>
      <source>时限</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>缺席和补学</source>
      <translation>Absent, and made up for</translation>
    </message>
    <message>
      <source>补学（日期或方式）</source>
      <translation>Made up (when or how)</translation>
    </message>
    <message>
      <source>议定事项</source>
      <translation>Decisions</translation>
    </message>
    <message>
      <source>责任人</source>
      <translation>Responsible</translation>
    </message>
    <message>
      <source>这次学习会已经开过</source>
      <translation>This session was held</translation>
    </message>
  </context>
  <context>
    <name>RelatedDialog</name>
    <message>
      <source>关键词</source>
      <translation>Words</translation>
    </message>
    <message>
      <source>关键词与相关文章</source>
      <translation>Words and related articles</translation>
    </message>
    <message>
      <source>关键词与相关文章：{title}</source>
      <translation>Words and related articles: {title}</translation>
    </message>
    <message>
      <source>正在查找相关文章…</source>
      <translation>Looking for related articles…</translation>
    </message>
    <message>
      <source>正在统计用词……</source>
      <translation>Counting words…</translation>
    </message>
    <message>
      <source>没有可说的词。</source>
      <translation>No words to speak of.</translation>
    </message>
    <message>
      <source>没有相近的文章。</source>
      <translation>No articles near this one.</translation>
    </message>
    <message>
      <source>相关文章</source>
      <translation>Related articles</translation>
    </message>
  </context>
  <context>
    <name>RelatedFoot</name>
    <message>
      <source>相关文章</source>
      <translation>Related articles</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>两版并存</source>
      <translation>Two versions</translation>
    </message>
    <message>
      <source>删去</source>
      <translation>Deleted</translation>
    </message>
    <message>
      <source>姓名</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>已有</source>
      <translation>Known</translation>
    </message>
    <message>
      <source>已核对，收进来</source>
      <translation>I have checked; take in</translation>
    </message>
    <message>
      <source>找不到原文</source>
      <translation>No place</translation>
    </message>
    <message>
      <source>把这 {count} 份笔记收进资料库吗？</source>
      <translation>Take the notes of these {count} files into the library?</translation>
    </message>
    <message>
      <source>支部或小组</source>
      <translation>Branch or group</translation>
    </message>
    <message>
      <source>收笔记</source>
      <translation>Collect notes</translation>
    </message>
    <message>
      <source>收进来</source>
      <translation>Take in</translation>
    </message>
    <message>
      <source>新增</source>
      <translation>New</translation>
    </message>
    <message>
      <source>更新</source>
      <translation>Changed</translation>
    </message>
    <message>
      <source>未署名</source>
      <translation>No name</translation>
    </message>
    <message>
      <source>每个人的笔记</source>
      <translation>Everyone’s notes</translation>
    </message>
    <message>
      <source>等待期刊</source>
      <translation>Waiting</translation>
    </message>
    <message>
      <source>签名</source>
      <translation>Signature</translation>
    </message>
  </context>
  <context>
    <name>Reporter</name>
    <message>
      <source>可以接着用；如果老是这样，请复制详细信息，发给帮您装这个程序的人。</source>
      <translation>You can go on. If it keeps happening, copy the details and send them to whoever installed the program.</translation>
    </message>
    <message>
      <source>复制详细信息</source>
      <translation>Copy details</translation>
    </message>
    <message>
      <source>程序出了差错</source>
      <translation>Something went wrong</translation>
    </message>
    <message>
      <source>程序里出了一个没有料到的差错，已经记入日志。您的期刊和笔记都还在。</source>
      <translation>The program made an unexpected mistake; it is in the log. Your issues and notes are all there.</translation>
    </message>
  </context>
  <context>
    <name>ResultsModel</name>
    <message>
      <source>{title} 上的笔记：{snippet}</source>
      <translation>Note on {title}: {snippet}</translation>
    </message>
    <message>
      <source>{title}，{count} 处：{snippet}</source>
      <translation>{title}, matches: {count}: {snippet}</translation>
    </message>
    <message>
      <source>笔记 {count} 条</source>
      <translation>Notes: {count}</translation>
    </message>
    <message>
      <source>还有 {count} 条笔记</source>
      <translation>{count} more notes</translation>
    </message>
    <message>
      <source>还有 {count} 篇，接着显示</source>
      <translation>Show more (articles left: {count})</translation>
    </message>
  </context>
  <context>
    <name>ResultsView</name>
    <message>
      <source>复制这段文字</source>
      <translation>Copy this passage</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>搜索结果</source>
      <translation>Search results</translation>
    </message>
  </context>
  <context>
    <name>ReviewDelegate</name>
    <message>
      <source>没有对应的文字</source>
      <translation>no such text</translation>
    </message>
  </context>
  <context>
    <name>ReviewModel</name>
    <message>
      <source>{state}。原来：{before}。现在：{after}</source>
      <translation>{state}. Before: {before}. Now: {after}</translation>
    </message>
    <message>
      <source>文字有改动，相似 {percent}%</source>
      <translation>the words changed, {percent}% alike</translation>
    </message>
    <message>
      <source>文字没有变</source>
      <translation>the words are the same</translation>
    </message>
    <message>
      <source>没有找到位置</source>
      <translation>no place found</translation>
    </message>
    <message>
      <source>没有找到位置，笔记仍然保留</source>
      <translation>no place found; the note is kept</translation>
    </message>
  </context>
  <context>
    <name>ReviewWindow</name>
    <message>
      <source>{count} 条没有找到位置</source>
      <translation>{count} have no place</translation>
    </message>
    <message>
      <source>{count} 条笔记的文字有改动，确认以后以现在的文字为准</source>
      <translation>The words of {count} notes changed; once confirmed, the words of today count</translation>
    </message>
    <message>
      <source>。</source>
      <translation>.</translation>
    </message>
    <message>
      <source>也列出文字没有变的</source>
      <translation>List unchanged ones too</translation>
    </message>
    <message>
      <source>全部确认</source>
      <translation>Confirm all</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>到正文</source>
      <translation>Go to the text</translation>
    </message>
    <message>
      <source>原来</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>文字变了的笔记</source>
      <translation>Notes whose words changed</translation>
    </message>
    <message>
      <source>没有要看的了：笔记都在原来的文字上。</source>
      <translation>Nothing left to look at: all notes are on their words.</translation>
    </message>
    <message>
      <source>现在</source>
      <translation>Now</translation>
    </message>
    <message>
      <source>确认选中的</source>
      <translation>Confirm the selected</translation>
    </message>
    <message>
      <source>笔记变动</source>
      <translation>Moved notes</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>SavedMenu</name>
    <message>
      <source>名称（同名的会被替换）</source>
      <translation>Name (one of the same name is replaced)</translation>
    </message>
    <message>
      <source>存下搜索</source>
      <translation>Save the search</translation>
    </message>
    <message>
      <source>存下这次搜索…</source>
      <translation>Save this search…</translation>
    </message>
    <message>
      <source>已存下“{name}”。</source>
      <translation>Saved “{name}”.</translation>
    </message>
    <message>
      <source>已移除“{name}”。</source>
      <translation>Removed “{name}”.</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>移除</source>
      <translation>Remove</translation>
    </message>
  </context>
  <context>
    <name>SearchController</name>
    <message>
      <source>{count} 处</source>
      <translation>{count} places</translation>
    </message>
    <message>
      <source>{count} 条笔记</source>
      <translation>{count} notes</translation>
    </message>
    <message>
      <source>{total} 篇</source>
      <translation>Articles: {total}</translation>
    </message>
    <message>
      <source>没有找到。可以少写几个字，或换一个说法。</source>
      <translation>Nothing found. Try fewer words, or others.</translation>
    </message>
  </context>
  <context>
    <name>SearchForm</name>
    <message>
      <source>一字不差，连在一起</source>
      <translation>To the letter, in one piece</translation>
    </message>
    <message>
      <source>从哪一期</source>
      <translation>From issue</translation>
    </message>
    <message>
      <source>作者</source>
      <translation>Author</translation>
    </message>
    <message>
      <source>写几个字就行</source>
      <translation>A few characters will do</translation>
    </message>
    <message>
      <source>几个词用空格隔开，每个都要有</source>
      <translation>All of them, with spaces between</translation>
    </message>
    <message>
      <source>到哪一期</source>
      <translation>To issue</translation>
    </message>
    <message>
      <source>只找有笔记的文章</source>
      <translation>Only articles with notes</translation>
    </message>
    <message>
      <source>如 2031.05</source>
      <translation>such as 2031.05</translation>
    </message>
    <message>
      <source>按条件搜索</source>
      <translation>Search by conditions</translation>
    </message>
    <message>
      <source>搜索</source>
      <translation>Search</translation>
    </message>
    <message>
      <source>搜索框里会写：{query}</source>
      <translation>The search box will say: {query}</translation>
    </message>
    <message>
      <source>有其中一个就不要</source>
      <translation>None of them</translation>
    </message>
    <message>
      <source>有这些词</source>
      <translation>With these words</translation>
    </message>
    <message>
      <source>有这句原话</source>
      <translation>With this phrase</translation>
    </message>
    <message>
      <source>期</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>栏目</source>
      <translation>Column</translation>
    </message>
    <message>
      <source>没有这些词</source>
      <translation>Without these words</translation>
    </message>
    <message>
      <source>笔记上有这个标签</source>
      <translation>A note has this tag</translation>
    </message>
    <message>
      <source>笔记标签</source>
      <translation>Tag of a note</translation>
    </message>
    <message>
      <source>至</source>
      <translation>to</translation>
    </message>
  </context>
  <context>
    <name>SearchPanel</name>
    <message>
      <source>从新到旧</source>
      <translation>Newest first</translation>
    </message>
    <message>
      <source>把同一期的结果放在一起</source>
      <translation>Keep the results of an issue together</translation>
    </message>
    <message>
      <source>把找到的段落连同出处编成一份文档</source>
      <translation>Make a document of the passages found, with their sources</translation>
    </message>
    <message>
      <source>按出版时间排列，不按相关程度</source>
      <translation>By date instead of by relevance</translation>
    </message>
    <message>
      <source>按期归拢</source>
      <translation>By issue</translation>
    </message>
    <message>
      <source>摘编…</source>
      <translation>Excerpts…</translation>
    </message>
    <message>
      <source>繁体字和简体字视为相同：搜“发展”也找到“發展”</source>
      <translation>Simplified and traditional characters count as the same</translation>
    </message>
    <message>
      <source>繁简通搜</source>
      <translation>Both scripts</translation>
    </message>
  </context>
  <context>
    <name>SearchSettings</name>
    <message>
      <source>为搜索建立索引</source>
      <translation>Keep an index for searching</translation>
    </message>
    <message>
      <source>关掉可以省下约与文字一样大的磁盘空间，结果不变，只是搜索慢得多，也没有相关文章。</source>
      <translation>Without it, about as much disk space as the text takes is saved. Results stay the same, but searching is much slower and there are no related articles.</translation>
    </message>
    <message>
      <source>关键词、相关文章、搜索建议和双击选词把它们当作整词。搜索本身不靠词典，什么字都找得到。</source>
      <translation>Keywords, related articles, suggestions and double clicks take them as whole words. Searching itself needs no dictionary and finds any characters.</translation>
    </message>
    <message>
      <source>如本地的地名、人名、活动名</source>
      <translation>Names of places, people, events</translation>
    </message>
    <message>
      <source>自定义词</source>
      <translation>Own words</translation>
    </message>
    <message>
      <source>自定义词（每行一个）：</source>
      <translation>Own words (one a line):</translation>
    </message>
  </context>
  <context>
    <name>SelectionBar</name>
    <message>
      <source>{color}高亮（{key}）</source>
      <translation>{color} highlight ({key})</translation>
    </message>
    <message>
      <source>下划线（U）</source>
      <translation>Underline (U)</translation>
    </message>
    <message>
      <source>写笔记（N）</source>
      <translation>Write a note (N)</translation>
    </message>
    <message>
      <source>在书库中查找（S）</source>
      <translation>Look up in the library (S)</translation>
    </message>
    <message>
      <source>复制并附出处（Ctrl+Shift+C）</source>
      <translation>Copy with its source (Ctrl+Shift+C)</translation>
    </message>
    <message>
      <source>标记所选文字</source>
      <translation>Mark the selected words</translation>
    </message>
    <message>
      <source>波浪线（W）</source>
      <translation>Wavy line (W)</translation>
    </message>
  </context>
  <context>
    <name>SessionExportDialog</name>
    <message>
      <source>不写体会是谁的</source>
      <translation>Leave out who wrote what</translation>
    </message>
    <message>
      <source>导出学习会材料</source>
      <translation>Export session sheets</translation>
    </message>
  </context>
  <context>
    <name>SessionsModel</name>
    <message>
      <source>已完成</source>
      <translation>held</translation>
    </message>
    <message>
      <source>日期未定</source>
      <translation>No day yet</translation>
    </message>
    <message>
      <source>计划</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>（未写主题）</source>
      <translation>(no theme)</translation>
    </message>
  </context>
  <context>
    <name>ShareDialog</name>
    <message>
      <source>不再共享</source>
      <translation>Stop sharing</translation>
    </message>
    <message>
      <source>先向本人核对，再收下签名变了或没有签名的文件；新的签名会记住</source>
      <translation>Ask the person first, then take the files whose signature is another or missing; a new signature is remembered</translation>
    </message>
    <message>
      <source>共享文件夹</source>
      <translation>Shared folder</translation>
    </message>
    <message>
      <source>只告诉大家读完了哪几篇，不带时间。几个人合用一台电脑时，分不清是谁读的。</source>
      <translation>Tells the others only which articles you finished, without times. Where several people share a computer, it cannot tell who read them.</translation>
    </message>
    <message>
      <source>已核对，收下</source>
      <translation>Checked, take them</translation>
    </message>
    <message>
      <source>正在共享：{folder}</source>
      <translation>Sharing: {folder}</translation>
    </message>
    <message>
      <source>正在同步…</source>
      <translation>Syncing…</translation>
    </message>
    <message>
      <source>立即同步</source>
      <translation>Sync now</translation>
    </message>
    <message>
      <source>还没有共享文件夹。</source>
      <translation>No folder is shared yet.</translation>
    </message>
    <message>
      <source>选一个大家都能打开的文件夹：网络共享、同步盘（如坚果云）或轮流传的 U 盘。每个人的程序只在里面写自己的一个文件，并读取别人的；资料库本身不放进去，谁也不会覆盖谁。</source>
      <translation>Choose a folder that everyone can open: a network share, a synchronising disk, or a USB stick that goes round. Each person’s program writes only one file of its own there and reads the others’; the library itself stays here, and nobody overwrites anybody.</translation>
    </message>
    <message>
      <source>选择共享文件夹</source>
      <translation>Choose the shared folder</translation>
    </message>
    <message>
      <source>选择文件夹…</source>
      <translation>Choose a folder…</translation>
    </message>
    <message>
      <source>附上我读完的篇目</source>
      <translation>Tell which articles I finished</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>快捷键</source>
      <translation>Keyboard shortcuts</translation>
    </message>
  </context>
  <context>
    <name>Sidebar</name>
    <message>
      <source>搜索全部期刊</source>
      <translation>Search all issues</translation>
    </message>
  </context>
  <context>
    <name>SignBox</name>
    <message>
      <source>指纹：{fingerprint}</source>
      <translation>Fingerprint: {fingerprint}</translation>
    </message>
    <message>
      <source>收的人看得出是不是你做的、路上有没有被改动；第一次签名时会做一把钥匙，留在资料库里</source>
      <translation>The receiver can see that it is yours and was not changed on the way; the first time a key is made, which stays in the library</translation>
    </message>
    <message>
      <source>用我的签名</source>
      <translation>Sign it</translation>
    </message>
    <message>
      <source>还没有签名，保存时会做一个</source>
      <translation>No signature yet; one is made when the file is saved</translation>
    </message>
  </context>
  <context>
    <name>SignerSettings</name>
    <message>
      <source>{name}　{day} 起</source>
      <translation>{name}　since {day}</translation>
    </message>
    <message>
      <source>下次收到这个人签名的文件时，当作第一次见到</source>
      <translation>The next signed file of this person counts as the first</translation>
    </message>
    <message>
      <source>忘记</source>
      <translation>Forget</translation>
    </message>
    <message>
      <source>我的签名的指纹：{fingerprint}</source>
      <translation>Fingerprint of my signature: {fingerprint}</translation>
    </message>
    <message>
      <source>我还没有签名；交笔记、存期刊包或存校订时勾选“用我的签名”，就会做一个。</source>
      <translation>I have no signature yet; tick “Sign it” when handing over notes, packing issues or saving corrections, and one is made.</translation>
    </message>
    <message>
      <source>未署名的人</source>
      <translation>somebody without a name</translation>
    </message>
    <message>
      <source>第一次收下某人签名的文件，就记住他的签名；以后签名变了或没有了，会先问。对方换了电脑、指纹已经当面核对过，可以让程序忘记旧的。</source>
      <translation>The first signed file taken from somebody makes their signature known; when it changes or is missing later, you are asked first. If they have a new computer and you compared the fingerprint with them, the old one can be forgotten.</translation>
    </message>
    <message>
      <source>记住的签名</source>
      <translation>Remembered signatures</translation>
    </message>
    <message>
      <source>记住的签名：</source>
      <translation>Remembered signatures:</translation>
    </message>
    <message>
      <source>还没有收到过签名的文件。</source>
      <translation>No signed file has come yet.</translation>
    </message>
  </context>
  <context>
    <name>SourceModel</name>
    <message>
      <source>存疑</source>
      <translation>doubtful</translation>
    </message>
    <message>
      <source>已校订</source>
      <translation>corrected</translation>
    </message>
    <message>
      <source>接《{title}》</source>
      <translation>continues “{title}”</translation>
    </message>
    <message>
      <source>空行</source>
      <translation>empty line</translation>
    </message>
    <message>
      <source>第 {number} 行</source>
      <translation>line {number}</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
    <message>
      <source>：{text}</source>
      <translation>: {text}</translation>
    </message>
  </context>
  <context>
    <name>SourceView</name>
    <message>
      <source>原文各行</source>
      <translation>Lines of the source</translation>
    </message>
  </context>
  <context>
    <name>SpeakBar</name>
    <message>
      <source>上一句</source>
      <translation>Previous sentence</translation>
    </message>
    <message>
      <source>下一句</source>
      <translation>Next sentence</translation>
    </message>
    <message>
      <source>停止朗读</source>
      <translation>Stop reading aloud</translation>
    </message>
    <message>
      <source>暂停</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>朗读已暂停</source>
      <translation>Paused</translation>
    </message>
    <message>
      <source>正在朗读</source>
      <translation>Reading aloud</translation>
    </message>
    <message>
      <source>继续</source>
      <translation>Go on</translation>
    </message>
    <message>
      <source>语速</source>
      <translation>Speed</translation>
    </message>
  </context>
  <context>
    <name>SpeakingController</name>
    <message>
      <source>朗读停了：{reason}。请检查系统的声音和语音设置后再试。</source>
      <translation>Reading aloud stopped: {reason}. Check the system's sound and speech settings and try again.</translation>
    </message>
  </context>
  <context>
    <name>Stepper</name>
    <message>
      <source>{name}：{value}</source>
      <translation>{name}: {value}</translation>
    </message>
    <message>
      <source>{name}：减小</source>
      <translation>{name}: less</translation>
    </message>
    <message>
      <source>{name}：加大</source>
      <translation>{name}: more</translation>
    </message>
  </context>
  <context>
    <name>StepsCard</name>
    <message>
      <source>{step}，做过了</source>
      <translation>{step}, done</translation>
    </message>
    <message>
      <source>{step}，还没有做</source>
      <translation>{step}, not done yet</translation>
    </message>
    <message>
      <source>写一条笔记</source>
      <translation>Write a note</translation>
    </message>
    <message>
      <source>在上面的目录里点一篇。</source>
      <translation>Click one in the list above.</translation>
    </message>
    <message>
      <source>在正文里选中一句话，按 1 到 5 中的一个，就标上了颜色。</source>
      <translation>Select a sentence on the page and press a key from 1 to 5: it has a colour.</translation>
    </message>
    <message>
      <source>头几步　{count}／{all}</source>
      <translation>First steps  {count}/{all}</translation>
    </message>
    <message>
      <source>导出笔记</source>
      <translation>Export notes</translation>
    </message>
    <message>
      <source>打开一篇文章</source>
      <translation>Open an article</translation>
    </message>
    <message>
      <source>按 {keys}，得到排好版的 Word 文档，出处已经写好。</source>
      <translation>Press {keys} for a finished Word document, sources and all.</translation>
    </message>
    <message>
      <source>按 {keys}，打几个字，各期里的都找得到。</source>
      <translation>Press {keys} and type a few characters: every issue is searched.</translation>
    </message>
    <message>
      <source>搜索全部期刊</source>
      <translation>Search all issues</translation>
    </message>
    <message>
      <source>收起头几步</source>
      <translation>Put the first steps away</translation>
    </message>
    <message>
      <source>收起头几步；在“帮助”里能再打开</source>
      <translation>Put the first steps away; the Help menu brings them back</translation>
    </message>
    <message>
      <source>标记一句话</source>
      <translation>Mark a sentence</translation>
    </message>
    <message>
      <source>资料库还是空的：按 {keys} 导入一期，或者点上面这一行，打开示例。</source>
      <translation>The library is still empty: press {keys} to import an issue, or click the line above for the sample.</translation>
    </message>
    <message>
      <source>选中一句话，按 N，在右边写下想法。停笔就保存了。</source>
      <translation>Select a sentence, press N, and write at the right. It saves itself when you pause.</translation>
    </message>
    <message>
      <source>都会了。别的写在“帮助”里的使用手册上。</source>
      <translation>That is all. The rest is in the guide, in the Help menu.</translation>
    </message>
  </context>
  <context>
    <name>StudyController</name>
    <message>
      <source>共享文件夹里不再放这次学习会。</source>
      <translation>This session is no longer in the shared folder.</translation>
    </message>
    <message>
      <source>已删除这次学习会。</source>
      <translation>The session was deleted.</translation>
    </message>
    <message>
      <source>已放进 {day} 的学习会。</source>
      <translation>Put into the session of {day}.</translation>
    </message>
    <message>
      <source>打开学习会</source>
      <translation>Open the session</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>这次学习会放进了共享文件夹。</source>
      <translation>This session is in the shared folder now.</translation>
    </message>
  </context>
  <context>
    <name>StudyWindow</name>
    <message>
      <source>{name}：{day}《{title}》</source>
      <translation>{name}: {day}, {title}</translation>
    </message>
    <message>
      <source>交本次笔记…</source>
      <translation>Hand Over These Notes…</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>删除</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>发给组员…</source>
      <translation>Send to Group…</translation>
    </message>
    <message>
      <source>学习会</source>
      <translation>Study sessions</translation>
    </message>
    <message>
      <source>学习会，按日期</source>
      <translation>Study sessions by day</translation>
    </message>
    <message>
      <source>导出</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>待补学</source>
      <translation>Still to make up</translation>
    </message>
    <message>
      <source>投影</source>
      <translation>Project</translation>
    </message>
    <message>
      <source>新建学习会</source>
      <translation>New session</translation>
    </message>
    <message>
      <source>看板</source>
      <translation>Board</translation>
    </message>
    <message>
      <source>计划</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>让组员的程序里出现这次学习会的计划</source>
      <translation>Let the members’ programs show the plan of this session</translation>
    </message>
    <message>
      <source>记录</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>还没有学习会。
新建一次，把要学的文章放进来；
收到大家的笔记以后，看板上就有共识和问题。</source>
      <translation>There are no study sessions yet.
Make one and put articles into it; when
everyone's notes have come, the board shows agreement and questions.</translation>
    </message>
  </context>
  <context>
    <name>SuggestionList</name>
    <message>
      <source>作者</source>
      <translation>author</translation>
    </message>
    <message>
      <source>存下的搜索</source>
      <translation>saved search</translation>
    </message>
    <message>
      <source>搜索建议</source>
      <translation>Suggestions</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>tag</translation>
    </message>
    <message>
      <source>标题</source>
      <translation>headline</translation>
    </message>
    <message>
      <source>栏目</source>
      <translation>column</translation>
    </message>
    <message>
      <source>词</source>
      <translation>word</translation>
    </message>
  </context>
  <context>
    <name>TaskBar</name>
    <message>
      <source>停止</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>停止正在做的事</source>
      <translation>Stop what is under way</translation>
    </message>
    <message>
      <source>正在停止…</source>
      <translation>Stopping…</translation>
    </message>
    <message>
      <source>进度</source>
      <translation>Progress</translation>
    </message>
  </context>
  <context>
    <name>ToolBar</name>
    <message>
      <source>{words}（{keys}）</source>
      <translation>{words} ({keys})</translation>
    </message>
    <message>
      <source>工具栏</source>
      <translation>Toolbar</translation>
    </message>
  </context>
  <context>
    <name>TypeForm</name>
    <message>
      <source>{count} 字</source>
      <translation>{count} characters</translation>
    </message>
    <message>
      <source>{count} 字高</source>
      <translation>{count} em</translation>
    </message>
    <message>
      <source>中文字体</source>
      <translation>Chinese font</translation>
    </message>
    <message>
      <source>大字模式：字大、按钮大、东西少</source>
      <translation>Large type: larger letters and buttons, fewer things</translation>
    </message>
    <message>
      <source>字号</source>
      <translation>Size</translation>
    </message>
    <message>
      <source>无衬线</source>
      <translation>Sans serif</translation>
    </message>
    <message>
      <source>段距</source>
      <translation>Paragraph gap</translation>
    </message>
    <message>
      <source>段首空两格</source>
      <translation>Indent paragraphs by two characters</translation>
    </message>
    <message>
      <source>每行</source>
      <translation>Line length</translation>
    </message>
    <message>
      <source>翻页阅读（不滚动）</source>
      <translation>Turn pages instead of scrolling</translation>
    </message>
    <message>
      <source>行距</source>
      <translation>Line height</translation>
    </message>
    <message>
      <source>衬线</source>
      <translation>Serif</translation>
    </message>
    <message>
      <source>西文字体</source>
      <translation>Latin font</translation>
    </message>
    <message>
      <source>配色</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>随中文字体</source>
      <translation>As the Chinese font</translation>
    </message>
    <message>
      <source>随系统</source>
      <translation>System</translation>
    </message>
    <message>
      <source>页边</source>
      <translation>Margin</translation>
    </message>
  </context>
  <context>
    <name>TypePopover</name>
    <message>
      <source>恢复默认</source>
      <translation>Reset</translation>
    </message>
    <message>
      <source>排版</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>更多设置…</source>
      <translation>More settings…</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>一切都只存在这台电脑上，不连网。</source>
      <translation>Everything stays on this computer; nothing goes online.</translation>
    </message>
    <message>
      <source>交出笔记</source>
      <translation>Hand in your notes</translation>
    </message>
    <message>
      <source>从左边的目录里选一篇文章。</source>
      <translation>Choose an article on the left.</translation>
    </message>
    <message>
      <source>导入期刊…</source>
      <translation>Import issues…</translation>
    </message>
    <message>
      <source>打开示例</source>
      <translation>Open the sample</translation>
    </message>
    <message>
      <source>把期刊文件（txt、docx、pdf 等）拖进窗口，或按“导入期刊”。程序会认出栏目和每一篇文章。</source>
      <translation>Drop issue files (txt, docx, pdf and more) on the window, or press “Import issues”. Columns and articles are recognised.</translation>
    </message>
    <message>
      <source>按“导出笔记”得到排好版的 Word 文档，出处自动写好。</source>
      <translation>“Export notes” makes a finished Word document; sources are filled in.</translation>
    </message>
    <message>
      <source>放进期刊</source>
      <translation>Bring issues in</translation>
    </message>
    <message>
      <source>欢迎使用支部阅读</source>
      <translation>Welcome to zbreader</translation>
    </message>
    <message>
      <source>边读边记</source>
      <translation>Read and take notes</translation>
    </message>
    <message>
      <source>选中一句话，按颜色就是标记，按“写笔记”就写下体会。随时可以撤销。</source>
      <translation>Select a sentence: a colour marks it, “Write a note” keeps your thoughts. Everything can be undone.</translation>
    </message>
  </context>
  <context>
    <name>WhoDialog</name>
    <message>
      <source>从这台电脑移除</source>
      <translation>Remove from this computer</translation>
    </message>
    <message>
      <source>以后改名，从前的笔记也跟着改。几个人合用一台电脑时，在这里切换，各写各的。</source>
      <translation>If you change your name later, it changes on your earlier notes too. When several people share a computer, switch here, and each writes their own.</translation>
    </message>
    <message>
      <source>例如：机关第二党支部 第一学习小组</source>
      <translation>For example: Second Branch, First Study Group</translation>
    </message>
    <message>
      <source>写在笔记上的姓名，可以以后再填</source>
      <translation>The name on your notes; may be filled in later</translation>
    </message>
    <message>
      <source>另一个人…</source>
      <translation>Someone else…</translation>
    </message>
    <message>
      <source>只是不再列在这里，笔记都保留</source>
      <translation>Only no longer listed here; all notes stay</translation>
    </message>
    <message>
      <source>姓名：</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>我是谁</source>
      <translation>Who I am</translation>
    </message>
    <message>
      <source>我（还没有填姓名）</source>
      <translation>Me (no name yet)</translation>
    </message>
    <message>
      <source>支部或小组：</source>
      <translation>Branch or group:</translation>
    </message>
    <message>
      <source>谁在写笔记</source>
      <translation>Who writes the notes</translation>
    </message>
    <message>
      <source>谁在写：</source>
      <translation>Writing:</translation>
    </message>
    <message>
      <source>这也是我：{name}</source>
      <translation>This is me too: {name}</translation>
    </message>
    <message>
      <source>选它，这台电脑上往后写的笔记就和另一台电脑上的算同一个人的。不是自己的请不要选。</source>
      <translation>Choose it, and what you write here from now on counts as the same person's as on the other computer. Do not choose anybody else.</translation>
    </message>
  </context>
  <context>
    <name>WindowDeeds</name>
    <message>
      <source>{count} 条笔记存到了 {file}。</source>
      <translation>Notes saved to {file}: {count}.</translation>
    </message>
    <message>
      <source>已导出到 {file}。</source>
      <translation>Exported to {file}.</translation>
    </message>
    <message>
      <source>已移除 {title}。</source>
      <translation>{title} was removed.</translation>
    </message>
    <message>
      <source>打开文件夹</source>
      <translation>Open folder</translation>
    </message>
    <message>
      <source>把 {title} 从资料库里移除吗？</source>
      <translation>Remove {title} from the library?</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>撤销{step}</source>
      <translation>Undo{step}</translation>
    </message>
    <message>
      <source>正在整理搜索索引…</source>
      <translation>Bringing the search index up to date…</translation>
    </message>
    <message>
      <source>没有找到使用手册，程序文件可能不完整。</source>
      <translation>The user guide is missing; the installation may be incomplete.</translation>
    </message>
    <message>
      <source>移除</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>移除本期</source>
      <translation>Remove this issue</translation>
    </message>
    <message>
      <source>笔记会保留，再次导入这一期就会回到原处。也可以随时撤销。</source>
      <translation>Its notes are kept and return to their places when it is imported again. This can be undone.</translation>
    </message>
    <message>
      <source>这是本期的最后一篇。</source>
      <translation>This is the last article of the issue.</translation>
    </message>
    <message>
      <source>这是本期的第一篇。</source>
      <translation>This is the first article of the issue.</translation>
    </message>
    <message>
      <source>重做{step}</source>
      <translation>Redo{step}</translation>
    </message>
    <message>
      <source>：{step}</source>
      <translation>: {step}</translation>
    </message>
  </context>
  <context>
    <name>Writers</name>
    <message>
      <source>未署名</source>
      <translation>Unsigned</translation>
    </message>
  </context>
  <context>
    <name>_NotesList</name>
    <message>
      <source>本篇的笔记</source>
      <translation>Notes on this article</translation>
    </message>
  </context>
  <context>
    <name>actions</name>
    <message>
      <source>一句一句走（按住 Shift 就选中）</source>
      <translation>Go sentence by sentence (Shift selects)</translation>
    </message>
    <message>
      <source>一段一段走（按住 Shift 就选中）</source>
      <translation>Go paragraph by paragraph (Shift selects)</translation>
    </message>
    <message>
      <source>上一处</source>
      <translation>Previous match</translation>
    </message>
    <message>
      <source>上一条笔记</source>
      <translation>Previous note</translation>
    </message>
    <message>
      <source>上一篇</source>
      <translation>Previous article</translation>
    </message>
    <message>
      <source>下一处</source>
      <translation>Next match</translation>
    </message>
    <message>
      <source>下一条笔记</source>
      <translation>Next note</translation>
    </message>
    <message>
      <source>下一篇</source>
      <translation>Next article</translation>
    </message>
    <message>
      <source>下划线</source>
      <translation>Underline</translation>
    </message>
    <message>
      <source>不再选中</source>
      <translation>Deselect</translation>
    </message>
    <message>
      <source>专题摘编…</source>
      <translation>Collect excerpts…</translation>
    </message>
    <message>
      <source>交笔记…</source>
      <translation>Hand in notes…</translation>
    </message>
    <message>
      <source>从备份恢复…</source>
      <translation>Restore from backup…</translation>
    </message>
    <message>
      <source>使用手册</source>
      <translation>User guide</translation>
    </message>
    <message>
      <source>全屏</source>
      <translation>Full screen</translation>
    </message>
    <message>
      <source>全部书签…</source>
      <translation>All bookmarks…</translation>
    </message>
    <message>
      <source>全部导出…</source>
      <translation>Export everything…</translation>
    </message>
    <message>
      <source>全部笔记…</source>
      <translation>All notes…</translation>
    </message>
    <message>
      <source>共享文件夹…</source>
      <translation>Shared folder…</translation>
    </message>
    <message>
      <source>关于支部阅读</source>
      <translation>About zbreader</translation>
    </message>
    <message>
      <source>关键词与相关文章…</source>
      <translation>Words and related articles…</translation>
    </message>
    <message>
      <source>写笔记</source>
      <translation>Write a note</translation>
    </message>
    <message>
      <source>删除选中的笔记</source>
      <translation>Delete the chosen notes</translation>
    </message>
    <message>
      <source>到上一处标记</source>
      <translation>To the previous mark</translation>
    </message>
    <message>
      <source>到下一处标记</source>
      <translation>To the next mark</translation>
    </message>
    <message>
      <source>到文章开头</source>
      <translation>To the beginning of the article</translation>
    </message>
    <message>
      <source>到文章末尾</source>
      <translation>To the end of the article</translation>
    </message>
    <message>
      <source>加上或取下书签</source>
      <translation>Bookmark</translation>
    </message>
    <message>
      <source>原来大小</source>
      <translation>Original size</translation>
    </message>
    <message>
      <source>向上翻</source>
      <translation>Page up</translation>
    </message>
    <message>
      <source>向下翻</source>
      <translation>Page down</translation>
    </message>
    <message>
      <source>命令…</source>
      <translation>Commands…</translation>
    </message>
    <message>
      <source>回到原来的位置</source>
      <translation>Back to the usual places</translation>
    </message>
    <message>
      <source>在摘编本里往前挪</source>
      <translation>Move up in a collection</translation>
    </message>
    <message>
      <source>在摘编本里往后挪</source>
      <translation>Move down in a collection</translation>
    </message>
    <message>
      <source>在本篇中查找…</source>
      <translation>Find in this article…</translation>
    </message>
    <message>
      <source>备份…</source>
      <translation>Back up…</translation>
    </message>
    <message>
      <source>复制</source>
      <translation>Copy</translation>
    </message>
    <message>
      <source>大字模式</source>
      <translation>Large Type</translation>
    </message>
    <message>
      <source>头几步</source>
      <translation>First steps</translation>
    </message>
    <message>
      <source>学习会…</source>
      <translation>Study sessions…</translation>
    </message>
    <message>
      <source>导入前预览…</source>
      <translation>Preview an import…</translation>
    </message>
    <message>
      <source>导入整个文件夹…</source>
      <translation>Import a folder…</translation>
    </message>
    <message>
      <source>导入期刊…</source>
      <translation>Import issues…</translation>
    </message>
    <message>
      <source>导出期刊包…</source>
      <translation>Export Issue Pack…</translation>
    </message>
    <message>
      <source>导出本篇笔记…</source>
      <translation>Export notes of this article…</translation>
    </message>
    <message>
      <source>导出笔记…</source>
      <translation>Export notes…</translation>
    </message>
    <message>
      <source>左右对调</source>
      <translation>Swap left and right</translation>
    </message>
    <message>
      <source>帮助(&amp;H)</source>
      <translation>&amp;Help</translation>
    </message>
    <message>
      <source>库体检…</source>
      <translation>Library health…</translation>
    </message>
    <message>
      <source>引文核对</source>
      <translation>Check the quotation</translation>
    </message>
    <message>
      <source>快捷键</source>
      <translation>Keyboard shortcuts</translation>
    </message>
    <message>
      <source>我是谁…</source>
      <translation>Who I am…</translation>
    </message>
    <message>
      <source>打开一行</source>
      <translation>Open a row</translation>
    </message>
    <message>
      <source>打开右键菜单</source>
      <translation>Open the context menu</translation>
    </message>
    <message>
      <source>打开日志文件夹</source>
      <translation>Open the log folder</translation>
    </message>
    <message>
      <source>打开示例</source>
      <translation>Open the sample</translation>
    </message>
    <message>
      <source>把本篇放进学习会</source>
      <translation>Put This Article into a Session</translation>
    </message>
    <message>
      <source>按条件搜索…</source>
      <translation>Search by form…</translation>
    </message>
    <message>
      <source>换一种文字编码…</source>
      <translation>Another text encoding…</translation>
    </message>
    <message>
      <source>排版…</source>
      <translation>Page Setup…</translation>
    </message>
    <message>
      <source>搜索全部期刊</source>
      <translation>Search all issues</translation>
    </message>
    <message>
      <source>搜索结果放在</source>
      <translation>Search results</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>收笔记…</source>
      <translation>Collect notes…</translation>
    </message>
    <message>
      <source>放大文字</source>
      <translation>Larger text</translation>
    </message>
    <message>
      <source>文件(&amp;F)</source>
      <translation>&amp;File</translation>
    </message>
    <message>
      <source>显示大家的标记</source>
      <translation>Show Everyone's Marks</translation>
    </message>
    <message>
      <source>显示目录</source>
      <translation>Show contents</translation>
    </message>
    <message>
      <source>显示笔记</source>
      <translation>Show notes</translation>
    </message>
    <message>
      <source>朗读</source>
      <translation>Read Aloud</translation>
    </message>
    <message>
      <source>期刊关键词…</source>
      <translation>Keywords of issues…</translation>
    </message>
    <message>
      <source>查看(&amp;V)</source>
      <translation>&amp;View</translation>
    </message>
    <message>
      <source>查看笔记变动…</source>
      <translation>Look at moved notes…</translation>
    </message>
    <message>
      <source>标为已读／未读</source>
      <translation>Mark as Read or Unread</translation>
    </message>
    <message>
      <source>校订本期…</source>
      <translation>Correct this issue…</translation>
    </message>
    <message>
      <source>正文</source>
      <translation>The page</translation>
    </message>
    <message>
      <source>正文字体</source>
      <translation>Typeface</translation>
    </message>
    <message>
      <source>每次导入前都先预览</source>
      <translation>Always preview before importing</translation>
    </message>
    <message>
      <source>波浪线</source>
      <translation>Wavy line</translation>
    </message>
    <message>
      <source>清空搜索、关掉提示</source>
      <translation>Clear the search, close a notice</translation>
    </message>
    <message>
      <source>用键盘选字</source>
      <translation>Select by character</translation>
    </message>
    <message>
      <source>用键盘选词</source>
      <translation>Select by word</translation>
    </message>
    <message>
      <source>用鼠标拖动面板</source>
      <translation>Drag panels with the mouse</translation>
    </message>
    <message>
      <source>目录和列表</source>
      <translation>Tree and lists</translation>
    </message>
    <message>
      <source>目录放在</source>
      <translation>Library</translation>
    </message>
    <message>
      <source>移除本期…</source>
      <translation>Remove this issue…</translation>
    </message>
    <message>
      <source>笔记(&amp;N)</source>
      <translation>&amp;Notes</translation>
    </message>
    <message>
      <source>笔记写在页边</source>
      <translation>Notes in the margin</translation>
    </message>
    <message>
      <source>笔记放在</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>给整篇写笔记</source>
      <translation>Note on the whole article</translation>
    </message>
    <message>
      <source>编辑(&amp;E)</source>
      <translation>&amp;Edit</translation>
    </message>
    <message>
      <source>缩小文字</source>
      <translation>Smaller text</translation>
    </message>
    <message>
      <source>翻页阅读</source>
      <translation>Turn Pages</translation>
    </message>
    <message>
      <source>设置…</source>
      <translation>Settings…</translation>
    </message>
    <message>
      <source>转到上一栏</source>
      <translation>Previous pane</translation>
    </message>
    <message>
      <source>转到下一栏</source>
      <translation>Next pane</translation>
    </message>
    <message>
      <source>退出</source>
      <translation>Quit</translation>
    </message>
    <message>
      <source>选中文字后：下划线</source>
      <translation>With a selection: underline</translation>
    </message>
    <message>
      <source>选中文字后：五种颜色</source>
      <translation>With a selection: five colours</translation>
    </message>
    <message>
      <source>选中文字后：写笔记</source>
      <translation>With a selection: write a note</translation>
    </message>
    <message>
      <source>选中文字后：在全部期刊里查</source>
      <translation>With a selection: look up in all issues</translation>
    </message>
    <message>
      <source>选中文字后：复制并附出处</source>
      <translation>With a selection: copy with source</translation>
    </message>
    <message>
      <source>选中文字后：波浪线</source>
      <translation>With a selection: wavy line</translation>
    </message>
    <message>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>重新整理本期</source>
      <translation>Rebuild this issue</translation>
    </message>
    <message>
      <source>面板</source>
      <translation>Panels</translation>
    </message>
    <message>
      <source>页面配色</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>领学放映</source>
      <translation>Projector View</translation>
    </message>
    <message>
      <source>高亮</source>
      <translation>Highlight</translation>
    </message>
  </context>
  <context>
    <name>app</name>
    <message>
      <source>支部阅读</source>
      <translation>zbreader</translation>
    </message>
  </context>
  <context>
    <name>ask_place</name>
    <message>
      <source>{name} 已经有了，要换成新的吗？</source>
      <translation>{name} is there already. Replace it?</translation>
    </message>
    <message>
      <source>换成新的</source>
      <translation>Replace</translation>
    </message>
  </context>
  <context>
    <name>core</name>
    <message>
      <source>Excel 工作簿</source>
      <translation>Excel workbook</translation>
    </message>
    <message>
      <source>Markdown（Obsidian、思源笔记）</source>
      <translation>Markdown (Obsidian, SiYuan)</translation>
    </message>
    <message>
      <source>Obsidian、思源笔记（每篇一个 Markdown 文件）</source>
      <translation>Obsidian, SiYuan (a Markdown file for each article)</translation>
    </message>
    <message>
      <source>PDF 文件“{file}”已损坏或不完整，无法导入。请重新复制或下载这个文件后再试。</source>
      <translation>The PDF “{file}” is damaged or incomplete. Copy or download it again.</translation>
    </message>
    <message>
      <source>PDF 文件“{file}”是扫描的图片，里面没有文字。请先用带文字识别（OCR）的扫描软件转换成有文字的 PDF 或 Word 文件，再导入。</source>
      <translation>The PDF “{file}” holds scanned pictures and no text. Turn it into a PDF or Word file with text by OCR first.</translation>
    </message>
    <message>
      <source>PDF 文件“{file}”有 {count} 页，太长，没有导入。请把它拆成几个文件。</source>
      <translation>The PDF “{file}” has {count} pages, too many; it was not imported. Split it.</translation>
    </message>
    <message>
      <source>PDF 文件“{file}”设有打开密码，无法导入。请用阅读软件打开，去掉密码另存后再导入。</source>
      <translation>The PDF “{file}” has a password. Remove it with a reader and save the file.</translation>
    </message>
    <message>
      <source>PDF 文件“{file}”里的文字取出来是乱码（字体没有编码）。请先用带文字识别（OCR）的软件转换，再导入。</source>
      <translation>The text of the PDF “{file}” comes out garbled (its fonts have no encoding). Convert it by OCR first.</translation>
    </message>
    <message>
      <source>Word 文档</source>
      <translation>Word document</translation>
    </message>
    <message>
      <source>Word 模板“{name}”不是完好的 .docx 文件。请用 Word 或 WPS 打开它，另存为 .docx 后再试。</source>
      <translation>The Word template “{name}” is not a sound .docx file. Open it in Word or WPS, save it as .docx, and try again.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”写得不对（{why}）。请改正后再试。</source>
      <translation>The Word template “{name}” has a mistake ({why}). Correct it and try again.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”太大，没有使用。请去掉里面的大图片后再试。</source>
      <translation>The Word template “{name}” is too large and was not used. Remove large pictures from it and try again.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”要从别处加载内容，没有使用。请把图片等直接放进模板。</source>
      <translation>The Word template “{name}” would load something from elsewhere and was not used. Put pictures into the template itself.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”里有宏或嵌入的程序，没有使用。请换一份不带宏的模板。</source>
      <translation>The Word template “{name}” holds macros or embedded programs and was not used. Take a template without macros.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”里的“{line}”写得不对（{why}）。请改正这一处。</source>
      <translation>In the Word template “{name}”, “{line}” has a mistake ({why}). Correct this place.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”里的字段“{field}”不存在。请检查有没有写错；自己加的字段要写成“{own}”。</source>
      <translation>The field “{field}” in the Word template “{name}” does not exist. Check its spelling; a field of your own is written “{own}”.</translation>
    </message>
    <message>
      <source>Word 模板“{name}”里的循环太多，没有写成。请减少循环的层数。</source>
      <translation>The Word template “{name}” has too many loops and was not written. Use fewer nested loops.</translation>
    </message>
    <message>
      <source>{count} 处校订</source>
      <translation>corrections: {count}</translation>
    </message>
    <message>
      <source>{count} 期已损坏，用存档的原文重新整理。</source>
      <translation>{count} issues were damaged and were made again from their kept sources.</translation>
    </message>
    <message>
      <source>{count} 条笔记都在原处。</source>
      <translation>All {count} notes are in their places.</translation>
    </message>
    <message>
      <source>{count} 条笔记里有 {lost} 条暂时找不到原文（那一期不在，或文字变了）；它们都留着。</source>
      <translation>Of {count} notes, {lost} cannot find their text for now (the issue is missing or its text changed); all are kept.</translation>
    </message>
    <message>
      <source>{file} 是文件夹，不能当作文件写入。请给出一个文件名。</source>
      <translation>{file} is a folder and cannot be written as a file. Give a file name.</translation>
    </message>
    <message>
      <source>{file} 是文件夹，这里需要一个文件。请选择里面的文件。</source>
      <translation>{file} is a folder; a file is wanted here. Please choose one inside it.</translation>
    </message>
    <message>
      <source>{file} 的原文存档与导入时不符，请重新导入这个文件</source>
      <translation>The stored source of {file} is not what was imported; import the file again</translation>
    </message>
    <message>
      <source>{file} 的签名与以前记住的{person}的签名不同，没有收下。请向本人核对指纹 {fingerprint} 再收。</source>
      <translation>{file} is signed with another key than {person} had before, and was not taken in. Please compare the fingerprint {fingerprint} with the person first.</translation>
    </message>
    <message>
      <source>{file} 里有 {count} 期，这里只能查看一期。请先导入。</source>
      <translation>{file} holds {count} issues and only one can be inspected here. Import it first.</translation>
    </message>
    <message>
      <source>{file}：{person}制作并签名，签名与以前的相同，签名之后没有改动。</source>
      <translation>{file}: made and signed by {person} with the same key as before, unchanged since.</translation>
    </message>
    <message>
      <source>{file}：{person}制作并签名，签名之后没有改动。以前还有一位同名的人，签名不同，请核对是哪一位。指纹：{fingerprint}</source>
      <translation>{file}: made and signed by {person}, unchanged since. Somebody else of that name signs with another key; please make sure who it is. Fingerprint: {fingerprint}</translation>
    </message>
    <message>
      <source>{file}：{person}制作并签名，签名之后没有改动。第一次见到这个签名，收下后会记住。指纹：{fingerprint}</source>
      <translation>{file}: made and signed by {person}, unchanged since. This signature is new here and will be remembered. Fingerprint: {fingerprint}</translation>
    </message>
    <message>
      <source>{file}：{person}制作，没有签名。</source>
      <translation>{file}: made by {person}, not signed.</translation>
    </message>
    <message>
      <source>{file}：{person}制作，没有签名（以前的有签名）。</source>
      <translation>{file}: made by {person}, not signed (earlier ones were).</translation>
    </message>
    <message>
      <source>{file}：{person}制作，由这台电脑签名，签名之后没有改动。</source>
      <translation>{file}: made by {person}, signed on this computer, unchanged since.</translation>
    </message>
    <message>
      <source>{folder} 不是文件夹，不能用作共享文件夹。请换一个位置。</source>
      <translation>{folder} is not a folder and cannot be shared. Please choose another place.</translation>
    </message>
    <message>
      <source>{folder} 不是文件夹，不能用作资料库。请换一个位置。</source>
      <translation>{folder} is not a folder and cannot be the library. Choose another place.</translation>
    </message>
    <message>
      <source>{folder} 里已经有东西了，没有导出。请给一个新文件夹，或 .zip 文件名。</source>
      <translation>There is something in {folder} already; nothing was exported. Give a new folder or the name of a .zip file.</translation>
    </message>
    <message>
      <source>{label} 的原文与校验和不符，没有打包。请重新导入这一期。</source>
      <translation>The source of {label} does not match its checksum and was not packed. Import the issue again.</translation>
    </message>
    <message>
      <source>{label} 的原文超过 64 MB，装不进期刊包。请把原来的文件直接交给对方导入。</source>
      <translation>The source of {label} is over 64 MB and does not fit into a pack. Hand on the original file instead.</translation>
    </message>
    <message>
      <source>{what}（{id}）没有原文存档</source>
      <translation>{what} ({id}) has no stored source</translation>
    </message>
    <message>
      <source>{when:%Y-%m-%d} 试着恢复 {file}，没有成功：{why}</source>
      <translation>On {when:%Y-%m-%d} a trial restore of {file} failed: {why}</translation>
    </message>
    <message>
      <source>{when:%Y-%m-%d} 试着恢复过一份备份，{issues} 期、{notes} 条笔记都在。</source>
      <translation>On {when:%Y-%m-%d} a backup was restored for trial; all {issues} issues and {notes} notes were there.</translation>
    </message>
    <message>
      <source>“{name}”正在使用，不能移除。请先切换到另一个人。</source>
      <translation>“{name}” is writing now and cannot be removed. Please switch to someone else first.</translation>
    </message>
    <message>
      <source>“{old}”改为“{new}”</source>
      <translation>“{old}” to “{new}”</translation>
    </message>
    <message>
      <source>“{text}”像是另一段的结尾，已移到那里，请核对。</source>
      <translation>“{text}” looks like the end of another paragraph and was moved there; please check.</translation>
    </message>
    <message>
      <source>“{title}”不在目录里，按版式认作一篇文章，请核对。</source>
      <translation>“{title}” is not on the contents page; taken for an article by its layout, please check.</translation>
    </message>
    <message>
      <source>“{title}”按版式认作一篇文章的标题，不能肯定，请核对。</source>
      <translation>“{title}” is taken for an article's headline by its layout, without certainty; please check.</translation>
    </message>
    <message>
      <source>“{title}”认作专题标题，其下的文字作为专题导语。</source>
      <translation>“{title}” was taken for the title of a group; the text below it for its introduction.</translation>
    </message>
    <message>
      <source>“{what}”上的一条标注（{id}）位置不合理</source>
      <translation>An annotation on “{what}” ({id}) has an impossible place</translation>
    </message>
    <message>
      <source>“…{text}”一段没有写完，原文可能缺了一部分，请核对。</source>
      <translation>The paragraph “…{text}” does not end; part of the source may be missing, please check.</translation>
    </message>
    <message>
      <source>《{title}》和《{other}》的版面互相穿插，已按语句的衔接分开，请核对。</source>
      <translation>“{title}” and “{other}” are printed into each other; they were parted by how sentences join, please check.</translation>
    </message>
    <message>
      <source>《{title}》在原文里没有对应的行，不能校订。请选择别的文章。</source>
      <translation>“{title}” has no lines in the source and cannot be corrected. Please choose another article.</translation>
    </message>
    <message>
      <source>《{title}》没有第 {number} 段，请刷新后再试。</source>
      <translation>“{title}” has no paragraph {number}; refresh and try again.</translation>
    </message>
    <message>
      <source>《{title}》的署名“{authors}”不能肯定，请核对。</source>
      <translation>The byline “{authors}” of “{title}” is not certain; please check.</translation>
    </message>
    <message>
      <source>《{title}》转版的文字已接到文章后面，请核对。</source>
      <translation>The continuation of “{title}” was joined to it; please check.</translation>
    </message>
    <message>
      <source>一个期刊包最多装 2000 期、512 MB，请分几个包导出。</source>
      <translation>A pack holds at most 2000 issues and 512 MB; make several packs.</translation>
    </message>
    <message>
      <source>一次导出的笔记太多（最多 20 万条、64 MB），请按刊期分几次导出。</source>
      <translation>Too many notes at once (at most 200,000 and 64 MB); export issue by issue.</translation>
    </message>
    <message>
      <source>上一次自动备份没有做成：{why}</source>
      <translation>The last automatic backup was not made: {why}</translation>
    </message>
    <message>
      <source>上次交出之后没有新的笔记，没有保存。要重新交出全部笔记，请选择“全部笔记”。</source>
      <translation>Nothing is new since you last handed over; nothing was saved. To hand over everything again, choose “All notes”.</translation>
    </message>
    <message>
      <source>不支持导出为“{format}”格式。可用的格式：{names}。</source>
      <translation>“{format}” is not a format for export. Formats: {names}.</translation>
    </message>
    <message>
      <source>不能把备份写到正在使用的资料库 {file} 上。请换一个文件名。</source>
      <translation>A backup cannot be written over the open library {file}. Choose another file name.</translation>
    </message>
    <message>
      <source>不能肯定文件的文字编码是 {encoding}，请看看有没有乱码。</source>
      <translation>The encoding of the file may not be {encoding}; look for garbled characters.</translation>
    </message>
    <message>
      <source>不认识文字编码“{encoding}”。可以用 UTF-8、UTF-16、GB18030 或 Big5。</source>
      <translation>The encoding “{encoding}” is unknown. UTF-8, UTF-16, GB18030 and Big5 can be used.</translation>
    </message>
    <message>
      <source>书中有 {count} 页没有文字（可能是图片），没有导入。</source>
      <translation>Pages without text (perhaps pictures) were not imported: {count}.</translation>
    </message>
    <message>
      <source>从文件名 {file} 看不出要导出的格式。请用以下结尾之一：{suffixes}。</source>
      <translation>The file name {file} does not tell the format. Use one of these endings: {suffixes}.</translation>
    </message>
    <message>
      <source>保存搜索“{name}”</source>
      <translation>Save the search “{name}”</translation>
    </message>
    <message>
      <source>修改作者</source>
      <translation>change authors</translation>
    </message>
    <message>
      <source>修改姓名</source>
      <translation>change the name</translation>
    </message>
    <message>
      <source>修改学习会</source>
      <translation>Change study session</translation>
    </message>
    <message>
      <source>修改标签</source>
      <translation>change tags</translation>
    </message>
    <message>
      <source>修改标题</source>
      <translation>change headline</translation>
    </message>
    <message>
      <source>修改栏目</source>
      <translation>change column</translation>
    </message>
    <message>
      <source>修改段落类型</source>
      <translation>change kind of paragraph</translation>
    </message>
    <message>
      <source>修改笔记</source>
      <translation>change note</translation>
    </message>
    <message>
      <source>修改笔记提示</source>
      <translation>Change note prompts</translation>
    </message>
    <message>
      <source>修改自定义词</source>
      <translation>Change own words</translation>
    </message>
    <message>
      <source>修改颜色</source>
      <translation>change colour</translation>
    </message>
    <message>
      <source>其中 {count} 条笔记取自最近的备份。</source>
      <translation>{count} of the notes come from the newest backup.</translation>
    </message>
    <message>
      <source>删除学习会</source>
      <translation>Delete study session</translation>
    </message>
    <message>
      <source>删除搜索“{name}”</source>
      <translation>Delete the search “{name}”</translation>
    </message>
    <message>
      <source>删除摘编本</source>
      <translation>Delete collection</translation>
    </message>
    <message>
      <source>删除标注</source>
      <translation>delete mark</translation>
    </message>
    <message>
      <source>加入学习会</source>
      <translation>Add to study session</translation>
    </message>
    <message>
      <source>加入摘编本</source>
      <translation>Add to collection</translation>
    </message>
    <message>
      <source>去掉了空格</source>
      <translation>spaces were removed</translation>
    </message>
    <message>
      <source>句末的“{mark}”可能是篇末标记，没有删去，请核对。</source>
      <translation>“{mark}” at the end of a sentence may be an end mark; it was kept, please check.</translation>
    </message>
    <message>
      <source>只有“{name}”自己能改自己的姓名。如果这就是您，请先在“我是谁”里切换过去。</source>
      <translation>Only “{name}” can change that name. If that is you, switch over under “Who I am” first.</translation>
    </message>
    <message>
      <source>合并文章</source>
      <translation>merge articles</translation>
    </message>
    <message>
      <source>合并笔记</source>
      <translation>merge notes</translation>
    </message>
    <message>
      <source>在本机磁盘上：{folder}</source>
      <translation>On a disk of this computer: {folder}</translation>
    </message>
    <message>
      <source>备份</source>
      <translation>Backups</translation>
    </message>
    <message>
      <source>大小和空间</source>
      <translation>Size and room</translation>
    </message>
    <message>
      <source>套用 {count} 处校订</source>
      <translation>apply corrections: {count}</translation>
    </message>
    <message>
      <source>存放位置</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>学习会太多（最多 {most} 次），请先删除几次。</source>
      <translation>There are too many study sessions (at most {most}). Delete some first.</translation>
    </message>
    <message>
      <source>学习会要写明是谁发的，没有保存。请先在“文件 → 我是谁”里填写姓名。</source>
      <translation>A session has to say who sent it; nothing was saved. Please write your name in “File → Who Am I” first.</translation>
    </message>
    <message>
      <source>它不是笔记，文件可能已损坏</source>
      <translation>it is not a note; the file may be damaged</translation>
    </message>
    <message>
      <source>它有一段文字超过一百万字，不是正常的笔记</source>
      <translation>it holds over a million characters in one piece; that is no note</translation>
    </message>
    <message>
      <source>它有两千个以上的部分，不是正常的笔记</source>
      <translation>it has over two thousand parts; that is no note</translation>
    </message>
    <message>
      <source>完好，与资料库一致。</source>
      <translation>Sound, and in step with the library.</translation>
    </message>
    <message>
      <source>完好，每一页都读得出，每条引用都有着落。</source>
      <translation>Sound: every page can be read and every reference leads somewhere.</translation>
    </message>
    <message>
      <source>密码太短，没有保存。请用至少 {count} 个字符的密码。</source>
      <translation>The password is too short; nothing was saved. Please use one of at least {count} characters.</translation>
    </message>
    <message>
      <source>密码打不开文件 {file}。请核对密码（分大小写），或请对方重新导出。</source>
      <translation>The password does not open {file}. Please check it (capitals count), or ask for the file to be exported again.</translation>
    </message>
    <message>
      <source>导入 {count} 期</source>
      <translation>import issues: {count}</translation>
    </message>
    <message>
      <source>导入 {file} 时程序出错，没有导入这个文件。详情已记入日志，请把日志发给开发者。</source>
      <translation>The program failed on {file} and did not import it. Details are in the log; please send it to the developers.</translation>
    </message>
    <message>
      <source>导入{issue}</source>
      <translation>import {issue}</translation>
    </message>
    <message>
      <source>已保存的搜索太多（最多 {most} 个），请先删除几个。</source>
      <translation>Too many saved searches (at most {most}). Please delete some first.</translation>
    </message>
    <message>
      <source>已修复资料库：{issues} 期、{notes} 条笔记。</source>
      <translation>The library was recovered: {issues} issues, {notes} notes.</translation>
    </message>
    <message>
      <source>已取消。先完成的 {count} 期已经保存；再做一次会从这里接着做。</source>
      <translation>Cancelled. The {count} issues finished before are kept; doing it again goes on from here.</translation>
    </message>
    <message>
      <source>已经有叫“{name}”的摘编本，请换一个名字。</source>
      <translation>There already is a collection called “{name}”. Please choose another name.</translation>
    </message>
    <message>
      <source>已经有名为“{name}”的搜索，请换一个名称。</source>
      <translation>There is a search named “{name}” already. Please choose another name.</translation>
    </message>
    <message>
      <source>引文是空的，请给出要标记的原文。</source>
      <translation>The quotation is empty; give the words to be marked.</translation>
    </message>
    <message>
      <source>忘记 {count} 个签名</source>
      <translation>Forget {count} signatures</translation>
    </message>
    <message>
      <source>打不开资料库 {file}。请检查它所在的文件夹是否存在、是否有读写权限。</source>
      <translation>The library {file} cannot be opened. Check whether its folder exists and may be read and written.</translation>
    </message>
    <message>
      <source>找不到备份文件 {file}。请检查名称和位置。</source>
      <translation>There is no backup {file}. Check name and place.</translation>
    </message>
    <message>
      <source>找不到文件 {file}。请检查名称和位置。</source>
      <translation>There is no file {file}. Check name and place.</translation>
    </message>
    <message>
      <source>拆分文章</source>
      <translation>split article</translation>
    </message>
    <message>
      <source>损坏的资料库留在 {file}，没有删除。</source>
      <translation>The damaged library was kept as {file}.</translation>
    </message>
    <message>
      <source>接在上一行之后</source>
      <translation>joined to the line before</translation>
    </message>
    <message>
      <source>搜索索引</source>
      <translation>Search index</translation>
    </message>
    <message>
      <source>搜索索引已损坏，已经清空。搜索照样正确，只是慢；重建即可。</source>
      <translation>The search index was damaged and has been emptied. Searches are right all the same, only slower; rebuild it.</translation>
    </message>
    <message>
      <source>搜索索引已损坏，已经清空，将自动重建</source>
      <translation>The search index was damaged; it was emptied and will be made anew</translation>
    </message>
    <message>
      <source>摘编本要有一个名字，请写上再确定。</source>
      <translation>A collection needs a name. Please give it one.</translation>
    </message>
    <message>
      <source>撤去一处校订</source>
      <translation>take a correction back</translation>
    </message>
    <message>
      <source>改后与原来一样，没有记下。请先改动再确定。</source>
      <translation>That changes nothing and was not kept. Please change something first.</translation>
    </message>
    <message>
      <source>改字一次只能改一段里的文字，请分段来改。</source>
      <translation>Words can be replaced within one paragraph at a time.</translation>
    </message>
    <message>
      <source>改正文字</source>
      <translation>correct words</translation>
    </message>
    <message>
      <source>数据（JSON）</source>
      <translation>Data (JSON)</translation>
    </message>
    <message>
      <source>文件 {file} 不完整，可能没有传完，也可能不是支部阅读的文件。请让对方重新导出。</source>
      <translation>The file {file} is not complete; perhaps it was cut off, or it is no file of zbreader. Ask for it to be exported again.</translation>
    </message>
    <message>
      <source>文件 {file} 不是 UTF-8 编码的文本，可能已损坏。请让对方重新导出。</source>
      <translation>The file {file} is not UTF-8 text and may be damaged. Ask for it to be exported again.</translation>
    </message>
    <message>
      <source>文件 {file} 不是支部阅读的备份，或已损坏，没有恢复。请换一个备份文件。</source>
      <translation>The file {file} is no backup of zbreader, or damaged; nothing was restored. Choose another.</translation>
    </message>
    <message>
      <source>文件 {file} 不是支部阅读的资料库，或已损坏。请用“zbreader recover”修复，或用“zbreader restore 备份文件”换回备份。</source>
      <translation>The file {file} is no library of zbreader, or it is damaged. Recover it with “zbreader recover”, or take a backup with “zbreader restore FILE”.</translation>
    </message>
    <message>
      <source>文件 {file} 不是支部阅读的资料库，没有改动它。请换一个资料库文件夹。</source>
      <translation>The file {file} is no library of zbreader; it was left alone. Choose another library folder.</translation>
    </message>
    <message>
      <source>文件 {file} 不是期刊包：目录不合格式。请选择 .zbissue 文件。</source>
      <translation>The file {file} is no issue pack: its manifest has another format. Choose a .zbissue file.</translation>
    </message>
    <message>
      <source>文件 {file} 不是期刊包：里面没有目录。请选择 .zbissue 文件。</source>
      <translation>The file {file} is no issue pack: it has no manifest. Choose a .zbissue file.</translation>
    </message>
    <message>
      <source>文件 {file} 不是校订文件。请选择 .zbfix 文件。</source>
      <translation>The file {file} holds no corrections. Choose a .zbfix file.</translation>
    </message>
    <message>
      <source>文件 {file} 不是笔记文件：里面没有 W3C 标注。请选择 .zbnotes 文件。</source>
      <translation>The file {file} holds no W3C annotations. Choose a .zbnotes file.</translation>
    </message>
    <message>
      <source>文件 {file} 与它自带的校验和不符，可能没有传完或被改动过，没有读取。请让对方重新交一份。</source>
      <translation>The file {file} does not match its own checksum: it may be incomplete or have been altered. It was not read. Ask for it to be handed over again.</translation>
    </message>
    <message>
      <source>文件 {file} 加了密码，没有读取。请向制作的人问密码。</source>
      <translation>{file} has a password and was not read. Please ask whoever made it.</translation>
    </message>
    <message>
      <source>文件 {file} 太大（超过 {limit} 兆字节），没有读取。请确认选对了文件，或把它分成几份。</source>
      <translation>The file {file} is too large (over {limit} MB) and was not read. Is it the right one? Else split it.</translation>
    </message>
    <message>
      <source>文件 {file} 已损坏，没有读取。请让对方重新导出。</source>
      <translation>{file} is damaged and was not read. Please ask for it to be exported again.</translation>
    </message>
    <message>
      <source>文件 {file} 是空的，没有可导入的内容。请确认选对了文件。</source>
      <translation>The file {file} is empty; there is nothing to import. Is it the right one?</translation>
    </message>
    <message>
      <source>文件 {file} 没有写成。请检查位置是否存在、名称是否正确，或换一个位置再试。</source>
      <translation>The file {file} was not written. Check that the place exists and the name is right, or choose another place.</translation>
    </message>
    <message>
      <source>文件 {file} 由较新版本的支部阅读制作（格式 {version}），本程序只能读到格式 {known}。请升级后再合并。</source>
      <translation>The file {file} was made by a newer zbreader (format {version}); this one reads up to format {known}. Update, then merge.</translation>
    </message>
    <message>
      <source>文件 {file} 的加密参数大得不合情理，不可信，没有读取。请让对方重新交一份。</source>
      <translation>The file {file} asks for unreasonable encryption costs; it is not trusted and was not read. Please ask for it to be handed over again.</translation>
    </message>
    <message>
      <source>文件 {file} 的加密方式本程序不认识，没有读取。请升级后再试。</source>
      <translation>{file} is encrypted in a way this program does not know and was not read. Please update and try again.</translation>
    </message>
    <message>
      <source>文件 {file} 的版本号无法识别，可能已损坏。请让对方重新导出。</source>
      <translation>The version of the file {file} cannot be read; it may be damaged. Ask for it to be exported again.</translation>
    </message>
    <message>
      <source>文件 {file} 的第 {number} 条无法读取：{reason}。请让对方重新导出。</source>
      <translation>Entry {number} of {file} cannot be read: {reason}. Ask for it to be exported again.</translation>
    </message>
    <message>
      <source>文件 {file} 的签名方式本程序不认识，没有读取。请升级后再试。</source>
      <translation>{file} is signed in a way this program does not know and was not read. Please update and try again.</translation>
    </message>
    <message>
      <source>文件 {file} 的结构过于庞大，不是正常的文件，没有读取。请让对方重新导出。</source>
      <translation>The structure of {file} is too large for an honest file; it was not read. Ask for it to be exported again.</translation>
    </message>
    <message>
      <source>文件 {file} 签名之后被改动过，不可信，没有读取。请向制作的人重新要一份。</source>
      <translation>{file} was changed after it was signed; it is not trusted and was not read. Please ask whoever made it for a new copy.</translation>
    </message>
    <message>
      <source>文件 {file} 超过 64 MB，太大了，没有读取。请让对方分几次导出。</source>
      <translation>The file {file} is over 64 MB and was not read. Ask for it to be exported in parts.</translation>
    </message>
    <message>
      <source>文件 {file} 里没有密码。请把密码写在第一行，存成 UTF-8 文本。</source>
      <translation>There is no password in {file}. Please write it on the first line and save the file as UTF-8 text.</translation>
    </message>
    <message>
      <source>文件 {file} 里没有文字（可能是扫描的图片）。请换用有文字的版本。</source>
      <translation>The file {file} holds no text (perhaps scanned pictures). Use a version with text.</translation>
    </message>
    <message>
      <source>文件 {file} 里的笔记超过 20 万条，没有读取。请让对方分几次导出。</source>
      <translation>The file {file} holds over 200,000 notes and was not read. Ask for it to be exported in parts.</translation>
    </message>
    <message>
      <source>文件“{file}”不是 {encoding} 编码的文字，请换一种编码再试。</source>
      <translation>“{file}” is not text in {encoding}; try another encoding.</translation>
    </message>
    <message>
      <source>文件“{file}”不是文本文件，无法导入。请选择 txt、md、docx、epub、html 或 pdf 格式的文件。</source>
      <translation>The file “{file}” is no text and cannot be imported. Please choose a txt, md, docx, epub, html or pdf file.</translation>
    </message>
    <message>
      <source>文件“{file}”太大（{size} MB），最多能导入 {limit} MB。请把它拆成几个文件再导入。</source>
      <translation>“{file}” is too large ({size} MB); the limit is {limit} MB. Split it and import the parts.</translation>
    </message>
    <message>
      <source>文件“{file}”已损坏或不完整，无法导入。请重新复制或下载这个文件后再试。</source>
      <translation>“{file}” is damaged or incomplete and cannot be imported. Copy or download it again.</translation>
    </message>
    <message>
      <source>文件“{file}”是 MOBI 电子书，无法导入。请先转换成 EPUB 格式再导入。</source>
      <translation>“{file}” is a MOBI book and cannot be imported. Convert it to EPUB first.</translation>
    </message>
    <message>
      <source>文件“{file}”是 Office 的 XML 格式，无法导入。请用 Word 打开，另存为 .docx 后再导入。</source>
      <translation>“{file}” is in the XML format of Office and cannot be imported. Open it in Word and save it as .docx.</translation>
    </message>
    <message>
      <source>文件“{file}”是 RTF 格式，无法导入。请用 Word 或 WPS 打开，另存为 .docx 后再导入。</source>
      <translation>“{file}” is RTF and cannot be imported. Open it in Word or WPS and save it as .docx.</translation>
    </message>
    <message>
      <source>文件“{file}”是压缩包，无法直接导入。请先解压，再导入里面的文件。</source>
      <translation>“{file}” is an archive. Unpack it and import the files inside.</translation>
    </message>
    <message>
      <source>文件“{file}”是图片，里面没有文字。请先用带文字识别（OCR）的软件转换成文字再导入。</source>
      <translation>“{file}” is a picture without text. Turn it into text with OCR software first.</translation>
    </message>
    <message>
      <source>文件“{file}”是旧版 Office 格式，无法导入。请用 Word 或 WPS 打开，另存为 .docx 后再导入。</source>
      <translation>“{file}” is in an old Office format and cannot be imported. Open it in Word or WPS and save it as .docx.</translation>
    </message>
    <message>
      <source>文件“{file}”是电子表格或幻灯片，无法导入。请把文字复制到 Word 里，另存为 .docx 后再导入。</source>
      <translation>“{file}” is a spreadsheet or a presentation. Copy its text into Word and save it as .docx.</translation>
    </message>
    <message>
      <source>文件“{file}”是空的，没有可以导入的内容。请确认选对了文件。</source>
      <translation>“{file}” is empty; there is nothing to import. Please check that it is the right file.</translation>
    </message>
    <message>
      <source>文件“{file}”是网页归档（MHT），无法导入。请在浏览器里另存为“网页，仅 HTML”再导入。</source>
      <translation>“{file}” is a web archive (MHT) and cannot be imported. Save it in the browser as “HTML only”.</translation>
    </message>
    <message>
      <source>文件“{file}”的格式无法导入。请先用原来的阅读软件转换成 PDF 或 TXT，再导入。</source>
      <translation>The format of “{file}” cannot be imported. Convert it to PDF or TXT with the software it came from.</translation>
    </message>
    <message>
      <source>文件“{file}”的格式无法导入。请用原来的软件另存为 .docx 或 PDF 后再导入。</source>
      <translation>The format of “{file}” cannot be imported. Save it as .docx or PDF with the software it came from.</translation>
    </message>
    <message>
      <source>文件“{file}”解开后过大，可能已损坏或不安全，没有导入。请换用可靠来源的文件。</source>
      <translation>“{file}” unpacks to too much; it may be damaged or unsafe and was not imported. Use a file from a trusted source.</translation>
    </message>
    <message>
      <source>文件“{file}”设有密码，无法导入。请去掉密码后再导入。</source>
      <translation>“{file}” has a password and cannot be imported. Remove the password first.</translation>
    </message>
    <message>
      <source>文件“{file}”设有打开密码，无法导入。请在 Word 或 WPS 里去掉密码，另存后再导入。</source>
      <translation>“{file}” has a password and cannot be imported. Remove it in Word or WPS and save the file.</translation>
    </message>
    <message>
      <source>文件“{file}”读不出来，可能已损坏或过于复杂，没有导入。请换用这份材料的其他格式（如 TXT、DOCX）再试。</source>
      <translation>“{file}” cannot be read; it may be damaged or too complex. Try another format of it (TXT, DOCX).</translation>
    </message>
    <message>
      <source>文件“{file}”里没有文字（可能是扫描的图片）。请换用有文字的版本。</source>
      <translation>“{file}” holds no text (perhaps scanned pictures). Use a version with text.</translation>
    </message>
    <message>
      <source>文件“{file}”里的文字太多，没有导入。请确认选对了文件，或把它拆成几个文件。</source>
      <translation>“{file}” holds too much text and was not imported. Is it the right one? Else split it.</translation>
    </message>
    <message>
      <source>文件夹 {folder} 里没有可导入的文件（txt、md、docx、epub、html、pdf 或 zbissue）。请确认选对了文件夹。</source>
      <translation>The folder {folder} has no file that can be imported (txt, md, docx, epub, html, pdf or zbissue). Please make sure that it is the right one.</translation>
    </message>
    <message>
      <source>文件夹 {folder} 里没有笔记文件（.zbnotes）。请选择放着笔记文件的文件夹。</source>
      <translation>There are no files of notes (.zbnotes) in the folder {folder}. Please choose the folder that holds them.</translation>
    </message>
    <message>
      <source>文件完好，但有 {count} 处内容不对。可以用存档的原文重新整理。</source>
      <translation>The file is sound, but its content is wrong in {count} places. It can be made again from the kept sources.</translation>
    </message>
    <message>
      <source>文章“{what}”（{id}）在资料库里出现了两次</source>
      <translation>The article “{what}” ({id}) is in the library twice</translation>
    </message>
    <message>
      <source>断开段落</source>
      <translation>part a paragraph</translation>
    </message>
    <message>
      <source>新建学习会</source>
      <translation>New study session</translation>
    </message>
    <message>
      <source>新建摘编本</source>
      <translation>New collection</translation>
    </message>
    <message>
      <source>日期“{day}”不对，请写成 2031-06-20 这样。</source>
      <translation>“{day}” is no date. Write it like 2031-06-20.</translation>
    </message>
    <message>
      <source>最近一份是 {when} 的（{issues} 期、{notes} 条笔记），共有 {count} 份。</source>
      <translation>The newest is of {when} ({issues} issues, {notes} notes); there are {count}.</translation>
    </message>
    <message>
      <source>最近一份是 {when} 的（{issues} 期、{notes} 条笔记），共有 {count} 份。按时间的备份在设置里关掉了。</source>
      <translation>The newest is of {when} ({issues} issues, {notes} notes), {count} in all. Backups by the clock are turned off in the settings.</translation>
    </message>
    <message>
      <source>有 {count} 期还没有编入索引，搜索它们会慢一些。</source>
      <translation>{count} issues are not in the index yet; searching them is slower.</translation>
    </message>
    <message>
      <source>期刊包 {file} 加了密码，无法读取。请让对方重新打包。</source>
      <translation>The pack {file} has a password and cannot be read. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 太大了（最多 256 MB、2000 期），没有读取。请让对方分几个包。</source>
      <translation>The pack {file} is too large (at most 256 MB and 2000 issues) and was not read. Ask for several packs.</translation>
    </message>
    <message>
      <source>期刊包 {file} 展开后大得不合情理，不可信，没有读取。请向可靠的人重新要一份。</source>
      <translation>The pack {file} unpacks to an unreasonable size; it is not to be trusted and was not read. Get another from someone you trust.</translation>
    </message>
    <message>
      <source>期刊包 {file} 展开后超过 512 MB，没有读取。请让对方分几个包。</source>
      <translation>The pack {file} unpacks to over 512 MB and was not read. Ask for several packs.</translation>
    </message>
    <message>
      <source>期刊包 {file} 打不开，可能没有传完或已损坏。请让对方重新打包。</source>
      <translation>The pack {file} cannot be opened; it is cut off or damaged. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 由较新版本的支部阅读制作（格式 {version}），本程序只能读到格式 {known}。请升级后再导入。</source>
      <translation>The pack {file} was made by a newer zbreader (format {version}); this one reads up to format {known}. Update, then import.</translation>
    </message>
    <message>
      <source>期刊包 {file} 的目录与内容不一致，可能已损坏。请让对方重新打包。</source>
      <translation>The manifest of the pack {file} does not match its contents; it may be damaged. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 的目录已损坏，没有读取。请让对方重新打包。</source>
      <translation>The manifest of the pack {file} is damaged; it was not read. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 的目录里有重复的期，没有读取。请让对方重新打包。</source>
      <translation>The pack {file} lists an issue twice; it was not read. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 里《{label}》的校验和不符，文件已损坏。请让对方重新打包。</source>
      <translation>The checksum of “{label}” in the pack {file} is wrong; the file is damaged. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 里有一个文件太大，没有读取。请让对方重新打包。</source>
      <translation>A file in the pack {file} is too large; it was not read. Ask for it to be packed again.</translation>
    </message>
    <message>
      <source>期刊包 {file} 里有不该有的内容，不可信，没有读取。请向可靠的人重新要一份。</source>
      <translation>The pack {file} holds what does not belong there; it is not to be trusted and was not read. Get another from someone you trust.</translation>
    </message>
    <message>
      <source>未署名的人</source>
      <translation>somebody without a name</translation>
    </message>
    <message>
      <source>标为已读</source>
      <translation>Mark as read</translation>
    </message>
    <message>
      <source>标为未读</source>
      <translation>Mark as unread</translation>
    </message>
    <message>
      <source>标题不能是空的，请写上再确定。</source>
      <translation>The headline cannot be empty; please write one.</translation>
    </message>
    <message>
      <source>校订文件 {file} 已损坏，没有套用。请让对方重新保存。</source>
      <translation>The correction file {file} is damaged and was not applied. Ask for it to be saved again.</translation>
    </message>
    <message>
      <source>校订文件 {file} 由较新版本的支部阅读制作（格式 {version}），本程序只能读到格式 {known}。请升级后再套用。</source>
      <translation>The correction file {file} was made by a newer zbreader (format {version}); this one reads up to format {known}. Update first.</translation>
    </message>
    <message>
      <source>校订文件 {file} 超过 16 MB，太大了，没有读取。请确认选对了文件。</source>
      <translation>The correction file {file} is over 16 MB and was not read. Please check that it is the right file.</translation>
    </message>
    <message>
      <source>模板文件 {source} 写得不对（{error}）。请改正或删去它。</source>
      <translation>The sheet file {source} is not right ({error}). Please mend or delete it.</translation>
    </message>
    <message>
      <source>模板文件夹 {folder} 里的模板太多，请先删去几个。</source>
      <translation>There are too many templates in {folder}. Delete some first.</translation>
    </message>
    <message>
      <source>正在从损坏的资料库里抢救内容</source>
      <translation>Salvaging what the damaged library still holds</translation>
    </message>
    <message>
      <source>正在合并</source>
      <translation>Merging</translation>
    </message>
    <message>
      <source>正在导入 {file}</source>
      <translation>Importing {file}</translation>
    </message>
    <message>
      <source>正在导出{issue}</source>
      <translation>Exporting {issue}</translation>
    </message>
    <message>
      <source>正在导出全部笔记</source>
      <translation>Exporting all notes</translation>
    </message>
    <message>
      <source>正在建立搜索索引</source>
      <translation>Making the search index</translation>
    </message>
    <message>
      <source>正在查找相关文章</source>
      <translation>Looking for related articles</translation>
    </message>
    <message>
      <source>正在查看 {file}</source>
      <translation>Looking at {file}</translation>
    </message>
    <message>
      <source>正在查看备份</source>
      <translation>Looking at the backups</translation>
    </message>
    <message>
      <source>正在查看磁盘</source>
      <translation>Looking at the disk</translation>
    </message>
    <message>
      <source>正在核对笔记的位置</source>
      <translation>Looking for the places of the notes</translation>
    </message>
    <message>
      <source>正在检查搜索索引</source>
      <translation>Checking the search index</translation>
    </message>
    <message>
      <source>正在检查资料库文件</source>
      <translation>Checking the library's file</translation>
    </message>
    <message>
      <source>正在统计各期</source>
      <translation>Counting the issues</translation>
    </message>
    <message>
      <source>正在统计用词</source>
      <translation>Counting words</translation>
    </message>
    <message>
      <source>正在重新整理{issue}</source>
      <translation>Rebuilding {issue}</translation>
    </message>
    <message>
      <source>没有“目录”二字，按内容推断这几行是目录页，请核对。</source>
      <translation>Without the word “Contents”: these lines look like the contents page, please check.</translation>
    </message>
    <message>
      <source>没有叫“{name}”的摘编本。请检查名字，或先新建一本。</source>
      <translation>There is no collection called “{name}”. Please check the name, or make one first.</translation>
    </message>
    <message>
      <source>没有可以交的笔记。请先写笔记，或换一个范围。</source>
      <translation>There are no notes to hand over. Write some first, or choose others.</translation>
    </message>
    <message>
      <source>没有可摘编的内容，没有导出。请换一个搜索词，或先选出几条结果。</source>
      <translation>There is nothing to excerpt, so nothing was exported. Please search for something else, or choose some results first.</translation>
    </message>
    <message>
      <source>没有名为“{name}”的已保存搜索，可能已被删除。请检查名称。</source>
      <translation>There is no saved search named “{name}”; it may have been deleted. Please check the name.</translation>
    </message>
    <message>
      <source>没有名为“{name}”的模板。请从这些里选：{names}。</source>
      <translation>There is no sheet “{name}”. Please choose one of these: {names}.</translation>
    </message>
    <message>
      <source>没有权限写入 {file}。请换一个位置，或检查文件是否正被别的程序打开。</source>
      <translation>No permission to write {file}. Choose another place, or see whether another program has it open.</translation>
    </message>
    <message>
      <source>没有权限打开文件夹 {folder}。请检查它的权限，或把它复制到别处再试。</source>
      <translation>You may not open the folder {folder}. Please check its permissions, or copy it elsewhere and try again.</translation>
    </message>
    <message>
      <source>没有权限读取文件 {file}。请检查它的权限，或把它复制到别处再试。</source>
      <translation>No permission to read {file}. Check its permissions, or copy it elsewhere and try again.</translation>
    </message>
    <message>
      <source>没有符合条件的标注，没有保存。请放宽筛选条件，或先做标注。</source>
      <translation>No notes match; nothing was saved. Loosen the filter, or take notes first.</translation>
    </message>
    <message>
      <source>没有符合条件的标注，没有导出。请放宽筛选条件，或先做标注。</source>
      <translation>No notes match; nothing was exported. Loosen the filter, or take notes first.</translation>
    </message>
    <message>
      <source>没有编号为 {session} 的学习会，可能已被删除。请刷新列表。</source>
      <translation>There is no study session numbered {session}; it may have been deleted. Refresh the list.</translation>
    </message>
    <message>
      <source>没有认出期刊的结构，全文作为一篇文章导入。</source>
      <translation>No structure was recognised; the whole text is imported as one article.</translation>
    </message>
    <message>
      <source>没有读成文件“{file}”：系统没有足够的内存或不许启动读取程序。请关掉别的程序后再试。</source>
      <translation>“{file}” was not read: the system is short of memory or does not let the reader start. Close other programs and try again.</translation>
    </message>
    <message>
      <source>没有选中文字，请先选中要标记的一段。</source>
      <translation>Nothing is selected; select the passage to be marked.</translation>
    </message>
    <message>
      <source>添加书签</source>
      <translation>add bookmark</translation>
    </message>
    <message>
      <source>添加使用人“{name}”</source>
      <translation>add “{name}”</translation>
    </message>
    <message>
      <source>添加笔记</source>
      <translation>Add note</translation>
    </message>
    <message>
      <source>添加高亮</source>
      <translation>add highlight</translation>
    </message>
    <message>
      <source>电子书“{file}”有版权保护（DRM），无法导入。请换用没有加密的版本。</source>
      <translation>The book “{file}” is protected (DRM). Use a version that is not encrypted.</translation>
    </message>
    <message>
      <source>电子书“{file}”里没有文字（可能每页都是图片）。请换用有文字的版本。</source>
      <translation>The book “{file}” holds no text (perhaps only pictures). Use a version with text.</translation>
    </message>
    <message>
      <source>画 PDF 要用的图形库装载不了。请导出为 docx 或 html，再另存为 PDF。</source>
      <translation>The graphics library for PDF cannot be loaded. Export as docx or html and save that as PDF.</translation>
    </message>
    <message>
      <source>略去了“{text}”</source>
      <translation>“{text}” was left out</translation>
    </message>
    <message>
      <source>目录里这 {count} 条上面没有栏目名，但正文与“{right}”的文章相连，已归入“{right}”，请核对。</source>
      <translation>No column stands above these {count} entries of the contents page, but their text follows “{right}”; they were put there. Please check.</translation>
    </message>
    <message>
      <source>目录里这 {count} 条印在“{wrong}”下，但正文与“{right}”的文章相连，已归入“{right}”，请核对。</source>
      <translation>These {count} contents entries stand under “{wrong}”, but their texts adjoin those of “{right}”; they were put there, please check.</translation>
    </message>
    <message>
      <source>看不懂文件“{file}”的文字编码，请用记事本另存为 UTF-8 后再导入。</source>
      <translation>The encoding of “{file}” is unknown. Save it as UTF-8 with a text editor and import it again.</translation>
    </message>
    <message>
      <source>确认标注的位置</source>
      <translation>confirm places of marks</translation>
    </message>
    <message>
      <source>磁盘已满，文件 {file} 没有写成。请腾出空间或换一个位置后再试。</source>
      <translation>The disk is full; {file} was not written. Free some space or choose another place.</translation>
    </message>
    <message>
      <source>磁盘已满，资料库 {file} 写不下了，这次没有改动任何内容。请腾出空间后再试。</source>
      <translation>The disk is full; the library {file} could not be written and nothing was changed. Free some space and try again.</translation>
    </message>
    <message>
      <source>磁盘空间不够做备份（{folder} 至少要有 {needed} 兆字节）。请腾出空间。</source>
      <translation>There is not enough room on the disk for a backup ({folder} needs at least {needed} megabytes). Free some space.</translation>
    </message>
    <message>
      <source>移出摘编本</source>
      <translation>Take out of collection</translation>
    </message>
    <message>
      <source>移出正文</source>
      <translation>move out of the text</translation>
    </message>
    <message>
      <source>移动搜索“{name}”</source>
      <translation>Move the search “{name}”</translation>
    </message>
    <message>
      <source>移动段落</source>
      <translation>move paragraph</translation>
    </message>
    <message>
      <source>移除{issue}</source>
      <translation>remove {issue}</translation>
    </message>
    <message>
      <source>移除使用人“{name}”</source>
      <translation>remove “{name}”</translation>
    </message>
    <message>
      <source>笔记的位置</source>
      <translation>Places of the notes</translation>
    </message>
    <message>
      <source>第 {first} 行和第 {second} 行不能连成一段，没有连接。</source>
      <translation>Lines {first} and {second} cannot be one paragraph and were not joined.</translation>
    </message>
    <message>
      <source>第 {line} 行不再读作“{old}”，没有改字。</source>
      <translation>Line {line} no longer reads “{old}”; nothing was replaced.</translation>
    </message>
    <message>
      <source>第 {line} 行不在任何文章里，没有移动。</source>
      <translation>Line {line} is in no article and was not moved.</translation>
    </message>
    <message>
      <source>第 {line} 行不属于任何文章，没有合并。</source>
      <translation>Line {line} belongs to no article; nothing was merged.</translation>
    </message>
    <message>
      <source>第 {line} 行不属于任何文章，这一处校订没有套用。</source>
      <translation>Line {line} belongs to no article; this correction was not applied.</translation>
    </message>
    <message>
      <source>第 {line} 行与第 {other} 行连成一段</source>
      <translation>lines {line} and {other} joined</translation>
    </message>
    <message>
      <source>第 {line} 行所在的文章前面没有文章，没有合并。</source>
      <translation>There is no article before that of line {line}; nothing was merged.</translation>
    </message>
    <message>
      <source>第 {line} 行没有可校订的文字，这一处校订没有套用。</source>
      <translation>Line {line} has no text to correct; this correction was not applied.</translation>
    </message>
    <message>
      <source>第 {line} 行的“{old}”在导入时已被略去，没有改字。</source>
      <translation>“{old}” in line {line} was left out by the import; nothing was replaced.</translation>
    </message>
    <message>
      <source>第 {line} 行的这个地方不在正文里，没有断开。</source>
      <translation>This place of line {line} is not in the text; nothing was parted.</translation>
    </message>
    <message>
      <source>第 {line} 行：{name}</source>
      <translation>line {line}: {name}</translation>
    </message>
    <message>
      <source>第 {line} 行：“{old}”改为“{new}”</source>
      <translation>line {line}: “{old}” to “{new}”</translation>
    </message>
    <message>
      <source>第 {line} 行：作者改为{authors}</source>
      <translation>line {line}: authors now {authors}</translation>
    </message>
    <message>
      <source>第 {line} 行：标题改为《{title}》</source>
      <translation>line {line}: headline now “{title}”</translation>
    </message>
    <message>
      <source>第 {line} 行：栏目改为{column}</source>
      <translation>line {line}: column now {column}</translation>
    </message>
    <message>
      <source>第 {line} 行：移到第 {after} 行之后</source>
      <translation>line {line}: moved after line {after}</translation>
    </message>
    <message>
      <source>第 {pages} 页没有文字（可能是图片），没有导入。</source>
      <translation>Pages {pages} hold no text (perhaps pictures) and were not imported.</translation>
    </message>
    <message>
      <source>签名用的钥匙 {file} 已损坏。请把它移到别处，下次签名时会做一把新的。</source>
      <translation>The signing key {file} is damaged. Please move it elsewhere; a new one is made when you next sign.</translation>
    </message>
    <message>
      <source>纯文本（发群聊）</source>
      <translation>Plain text (for chats)</translation>
    </message>
    <message>
      <source>结果写不出去。请检查输出位置是否存在、磁盘是否已满。</source>
      <translation>The result cannot be written. Check that the place exists and the disk has room.</translation>
    </message>
    <message>
      <source>统一了全角、半角或引号</source>
      <translation>widths or quotes were unified</translation>
    </message>
    <message>
      <source>网页</source>
      <translation>Web page</translation>
    </message>
    <message>
      <source>网页“{file}”里没有文字，没有可以导入的内容。请确认保存时选了“网页，仅 HTML”。</source>
      <translation>The web page “{file}” holds no text to import. Was it saved as “HTML only”?</translation>
    </message>
    <message>
      <source>表 {table} 的第 {row} 行指向不存在的内容</source>
      <translation>Row {row} of table {table} points to something that is not there</translation>
    </message>
    <message>
      <source>表格（CSV，Excel 与 WPS 可打开）</source>
      <translation>Table (CSV, for Excel and WPS)</translation>
    </message>
    <message>
      <source>词表 {file} 太大，请恢复原来的文件。</source>
      <translation>The word list {file} is too large; restore the original file.</translation>
    </message>
    <message>
      <source>词表 {file} 的格式不对，请改正或恢复原来的文件。</source>
      <translation>The word list {file} is not well formed; mend it or restore the original file.</translation>
    </message>
    <message>
      <source>词表 {file} 里“{name}”应当是一组词，请改正。</source>
      <translation>“{name}” in the word list {file} should be a list of words; mend it.</translation>
    </message>
    <message>
      <source>词表 {file} 里缺少“{name}”这一项，请恢复原来的文件。</source>
      <translation>“{name}” is missing in the word list {file}; restore the original file.</translation>
    </message>
    <message>
      <source>试恢复</source>
      <translation>Trial restore</translation>
    </message>
    <message>
      <source>请写下姓名，好与这台电脑上的其他人区分。</source>
      <translation>Please give a name, so that people on this computer can be told apart.</translation>
    </message>
    <message>
      <source>请注意：{file} 说是{person}制作的，签名却与以前记住的不是同一个。请先当面或打电话核对，确认对方换了电脑或重做了签名，再收下。这一份的指纹：{fingerprint}；以前的：{before}</source>
      <translation>Attention: {file} says it was made by {person}, but its signature is not the one remembered. Before taking it in, ask in person or by telephone whether the computer or the key was changed. Fingerprint of this one: {fingerprint}; before: {before}</translation>
    </message>
    <message>
      <source>请给要保存的搜索起一个名称。</source>
      <translation>Please give the search a name.</translation>
    </message>
    <message>
      <source>读不出文件 {file}。请检查文件是否完好、名称是否正确，优盘是否已被拔出。</source>
      <translation>The file {file} cannot be read. Is it whole, is its name right, is the USB stick still in?</translation>
    </message>
    <message>
      <source>读不到词表 {file}，请重新安装或恢复这个文件。</source>
      <translation>The word list {file} cannot be read; install again or restore the file.</translation>
    </message>
    <message>
      <source>读写资料库 {file} 时磁盘出错。请检查磁盘或优盘是否完好、是否已被拔出。</source>
      <translation>The disk failed while the library {file} was read or written. Check whether the disk or stick is sound and still plugged in.</translation>
    </message>
    <message>
      <source>调整摘编次序</source>
      <translation>Reorder collection</translation>
    </message>
    <message>
      <source>资料库 {file} 不存在，没有可以修复的内容。请检查资料库文件夹的位置。</source>
      <translation>There is no library {file}; nothing can be recovered. Please check where the library's folder is.</translation>
    </message>
    <message>
      <source>资料库 {file} 已损坏。请用“zbreader recover”修复，或用“zbreader restore 备份文件”换回备份。</source>
      <translation>The library {file} is damaged. Recover it with “zbreader recover”, or take a backup with “zbreader restore FILE”.</translation>
    </message>
    <message>
      <source>资料库 {file} 是只读的，不能保存改动。请检查文件和文件夹的写入权限。</source>
      <translation>The library {file} is read-only; changes cannot be saved. Check the permissions of file and folder.</translation>
    </message>
    <message>
      <source>资料库 {file} 是更新版本的支部阅读建立的，这个版本不能打开它，没有改动任何内容。请安装新版程序后再打开。</source>
      <translation>The library {file} was made by a newer zbreader; this version cannot open it and changed nothing. Install the new version.</translation>
    </message>
    <message>
      <source>资料库 {file} 正被另一个程序使用，这次没有改动任何内容。请稍候再试。</source>
      <translation>Another program is using the library {file}; nothing was changed. Try again in a moment.</translation>
    </message>
    <message>
      <source>资料库 {size}，备份 {kept}，磁盘还有 {free}。</source>
      <translation>The library takes {size}, the backups {kept}; the disk has {free} left.</translation>
    </message>
    <message>
      <source>资料库已经关闭，请重新打开程序。</source>
      <translation>The library is closed; start the program again.</translation>
    </message>
    <message>
      <source>资料库放在网络位置（{kind}）上。几台电脑同时打开有损坏的危险；请放到本机，用“交笔记/收笔记”来合作。</source>
      <translation>The library lies on a network share ({kind}). Several computers that open it at once may damage it; keep it on this computer and work together by handing notes over.</translation>
    </message>
    <message>
      <source>资料库文件</source>
      <translation>Library file</translation>
    </message>
    <message>
      <source>资料库文件 {file} 已损坏，不能用作备份。请换用更早的备份。</source>
      <translation>The library file {file} is damaged and no good as a backup. Use an earlier one.</translation>
    </message>
    <message>
      <source>资料库文件已损坏。可以把还读得出的内容修复到一个新的资料库里，损坏的文件会留着。</source>
      <translation>The library's file is damaged. What can still be read can be recovered into a new library; the damaged file is kept.</translation>
    </message>
    <message>
      <source>资料库文件损坏：{detail}</source>
      <translation>The library file is damaged: {detail}</translation>
    </message>
    <message>
      <source>资料库里已经有{issue}，没有恢复先前的一份。要换回先前的，请先移除现在这一份。</source>
      <translation>{issue} is in the library already; the earlier copy was not brought back. To have it back, remove the present one first.</translation>
    </message>
    <message>
      <source>资料库里已经有另一份原文的这一期，没有重新整理 {file}。请先移除那一份再试。</source>
      <translation>The library holds this issue from another source; {file} was not rebuilt. Please remove the other one first.</translation>
    </message>
    <message>
      <source>资料库里没有编号为 {article} 的文章。可用 zbreader show 期号 查看各篇的编号。</source>
      <translation>There is no article {article} in the library. `zbreader show ISSUE` lists their numbers.</translation>
    </message>
    <message>
      <source>资料库里没有编号为 {issue} 的期刊。可用 zbreader issues 查看各期的编号。</source>
      <translation>There is no issue {issue} in the library. `zbreader issues` lists their numbers.</translation>
    </message>
    <message>
      <source>资料库里没有编号为 {issue} 的期刊，可能已被移除。请重新导入，或撤销移除。</source>
      <translation>There is no issue {issue} in the library; it may have been removed. Please import it again, or undo the removal.</translation>
    </message>
    <message>
      <source>资料库里没有这个人，可能已被撤销。请刷新名单。</source>
      <translation>This person is not in the library; perhaps it was undone. Please refresh the list.</translation>
    </message>
    <message>
      <source>资料库里没有这份校订所对应的原文（{label}，文件 {name}），没有套用。请先导入同一个文件。</source>
      <translation>The source of these corrections ({label}, file {name}) is not in the library; nothing was applied. Import the same file first.</translation>
    </message>
    <message>
      <source>还没有备份。有了内容以后，程序会自动备份；也可以现在就备份。</source>
      <translation>There is no backup yet. Backups come by themselves once there is something to keep; you can also make one now.</translation>
    </message>
    <message>
      <source>还没有备份，按时间的备份在设置里关掉了。请现在就备份一次。</source>
      <translation>There is no backup, and backups by the clock are turned off in the settings. Please make one now.</translation>
    </message>
    <message>
      <source>还没有备份，无从试恢复。请先备份一次。</source>
      <translation>There is no backup yet that could be restored for trial. Make a backup first.</translation>
    </message>
    <message>
      <source>还没有试过从备份恢复。程序每月自动试一次；也可以现在就试。</source>
      <translation>No backup has been restored for trial yet. That happens once a month; you can also try now.</translation>
    </message>
    <message>
      <source>这一处校订已不在，可能已被撤去。请刷新校订列表。</source>
      <translation>This correction is gone; it may have been taken back. Refresh the list.</translation>
    </message>
    <message>
      <source>这一期另有 {count} 处校订是针对另一份原文做的，保留着，没有套用到这一份上。</source>
      <translation>Corrections made for another source of this issue were kept and not applied here: {count}.</translation>
    </message>
    <message>
      <source>这一期已被彻底清除，不能恢复。请重新导入原文件。</source>
      <translation>This issue was purged and cannot be brought back. Import its file again.</translation>
    </message>
    <message>
      <source>这一期还没有校订，没有保存。请先校订再保存。</source>
      <translation>This issue has no corrections; nothing was saved. Please correct something first.</translation>
    </message>
    <message>
      <source>这一期里没有文章，第 {line} 行没有改动。</source>
      <translation>This issue has no articles; line {line} was left alone.</translation>
    </message>
    <message>
      <source>这一段不是连接而成的，不用确认。请选择由几行连成的一段。</source>
      <translation>This paragraph was not joined from others. Please choose one that was.</translation>
    </message>
    <message>
      <source>这一段在原文里没有对应的行，不能校订。请选择前后的段落。</source>
      <translation>This paragraph has no lines in the source and cannot be corrected. Please choose one before or after it.</translation>
    </message>
    <message>
      <source>这一行有校订</source>
      <translation>this line has corrections</translation>
    </message>
    <message>
      <source>这几个字在原文里分在两行，请分两次改。</source>
      <translation>These words stand on two lines of the source; correct them one by one.</translation>
    </message>
    <message>
      <source>这几行像是广告或通告，没有归入任何文章。</source>
      <translation>These lines look like an advertisement or a notice and belong to no article.</translation>
    </message>
    <message>
      <source>这本摘编已不在资料库里，可能已被删除。请刷新列表。</source>
      <translation>This collection is no longer in the library; it may have been deleted. Please refresh the list.</translation>
    </message>
    <message>
      <source>这条标注已不在资料库里，可能已被删除。请刷新笔记列表。</source>
      <translation>This annotation is no longer in the library; it may have been deleted. Refresh the list of notes.</translation>
    </message>
    <message>
      <source>这条标注是{creator}做的，不能改动。可以在同一处添加自己的笔记；如果这也是您，请先在“我是谁”里切换过去。</source>
      <translation>This mark was made by {creator} and cannot be changed. You can add a note of your own in the same place; if this is you as well, switch to that person under “Who I am” first.</translation>
    </message>
    <message>
      <source>这篇文章里找不到“{quote}”。请从原文中复制要标记的文字。</source>
      <translation>“{quote}” is not in this article. Copy the words to be marked from the text.</translation>
    </message>
    <message>
      <source>这里不能直接导出 PDF。请导出为 docx 或 html，再用办公软件或浏览器另存为 PDF。</source>
      <translation>PDF cannot be made here. Export as docx or html and save that as PDF.</translation>
    </message>
    <message>
      <source>这里已经是段落的边界，不用断开。请把光标放到段落中间。</source>
      <translation>A paragraph ends here already. Please put the caret inside a paragraph.</translation>
    </message>
    <message>
      <source>连接段落</source>
      <translation>join paragraphs</translation>
    </message>
    <message>
      <source>重命名搜索“{name}”</source>
      <translation>Rename the search “{name}”</translation>
    </message>
    <message>
      <source>重命名摘编本</source>
      <translation>Rename collection</translation>
    </message>
    <message>
      <source>重新整理 {count} 期</source>
      <translation>rebuild issues: {count}</translation>
    </message>
    <message>
      <source>重新整理{issue}</source>
      <translation>rebuild {issue}</translation>
    </message>
  </context>
  <context>
    <name>correcting</name>
    <message>
      <source>{count} 段</source>
      <translation>paragraphs: {count}</translation>
    </message>
    <message>
      <source>{sentence}（{kind}）</source>
      <translation>{sentence} ({kind})</translation>
    </message>
    <message>
      <source>上一处存疑</source>
      <translation>Previous doubt</translation>
    </message>
    <message>
      <source>下一处存疑</source>
      <translation>Next doubt</translation>
    </message>
    <message>
      <source>不属于文章</source>
      <translation>Outside the articles</translation>
    </message>
    <message>
      <source>与下段相连</source>
      <translation>Join with the next paragraph</translation>
    </message>
    <message>
      <source>专题（可以空着）</source>
      <translation>Group (may be empty)</translation>
    </message>
    <message>
      <source>二维码</source>
      <translation>QR code</translation>
    </message>
    <message>
      <source>从此分段</source>
      <translation>A paragraph begins here</translation>
    </message>
    <message>
      <source>作者介绍</source>
      <translation>About the author</translation>
    </message>
    <message>
      <source>保存校订</source>
      <translation>Save corrections</translation>
    </message>
    <message>
      <source>保存校订…</source>
      <translation>Save corrections…</translation>
    </message>
    <message>
      <source>关闭</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>出处</source>
      <translation>Source of a quotation</translation>
    </message>
    <message>
      <source>刊头</source>
      <translation>Masthead</translation>
    </message>
    <message>
      <source>副题</source>
      <translation>Subtitle</translation>
    </message>
    <message>
      <source>取消</source>
      <translation>Cancel</translation>
    </message>
    <message>
      <source>另起一篇</source>
      <translation>A new article</translation>
    </message>
    <message>
      <source>另起一篇，题目另写…</source>
      <translation>A new article with another headline…</translation>
    </message>
    <message>
      <source>启事</source>
      <translation>Notice</translation>
    </message>
    <message>
      <source>图注</source>
      <translation>Caption</translation>
    </message>
    <message>
      <source>套用了 {count} 处校订。</source>
      <translation>{count} corrections were applied.</translation>
    </message>
    <message>
      <source>存成文件，给有同一份原文件的人套用；上面写着您的姓名。</source>
      <translation>Saved to a file for those who have the same source; your name stands on it.</translation>
    </message>
    <message>
      <source>导语</source>
      <translation>Introduction</translation>
    </message>
    <message>
      <source>小标题</source>
      <translation>Heading</translation>
    </message>
    <message>
      <source>已核对，套用</source>
      <translation>Checked, apply</translation>
    </message>
    <message>
      <source>并入上篇</source>
      <translation>Merge with the article before</translation>
    </message>
    <message>
      <source>广告</source>
      <translation>Advertisement</translation>
    </message>
    <message>
      <source>应用校订文件</source>
      <translation>Apply a file of corrections</translation>
    </message>
    <message>
      <source>应用校订文件…</source>
      <translation>Apply a correction file…</translation>
    </message>
    <message>
      <source>引文</source>
      <translation>Quotation</translation>
    </message>
    <message>
      <source>把握 {percent}%</source>
      <translation>confidence {percent}%</translation>
    </message>
    <message>
      <source>把错字改对；原文件不会被改动，改动记在校订里。</source>
      <translation>Put wrong characters right; the file itself is not changed, the change is kept as a correction.</translation>
    </message>
    <message>
      <source>拿起这些行</source>
      <translation>Pick these lines up</translation>
    </message>
    <message>
      <source>接《{title}》</source>
      <translation>continues “{title}”</translation>
    </message>
    <message>
      <source>撤销</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>改作者…</source>
      <translation>Change the authors…</translation>
    </message>
    <message>
      <source>改好</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>改字</source>
      <translation>Replace words</translation>
    </message>
    <message>
      <source>改字…</source>
      <translation>Replace words…</translation>
    </message>
    <message>
      <source>改标题…</source>
      <translation>Change the headline…</translation>
    </message>
    <message>
      <source>改栏目</source>
      <translation>Change the column</translation>
    </message>
    <message>
      <source>改栏目…</source>
      <translation>Change the column…</translation>
    </message>
    <message>
      <source>放到此行后</source>
      <translation>Put them after this line</translation>
    </message>
    <message>
      <source>文件(&amp;F)</source>
      <translation>&amp;File</translation>
    </message>
    <message>
      <source>文末标记</source>
      <translation>End mark</translation>
    </message>
    <message>
      <source>未归入</source>
      <translation>Unplaced</translation>
    </message>
    <message>
      <source>本段连接无误</source>
      <translation>The joins of this paragraph are right</translation>
    </message>
    <message>
      <source>标签</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>标题</source>
      <translation>Headline</translation>
    </message>
    <message>
      <source>栏目（可以空着）</source>
      <translation>Column (may be empty)</translation>
    </message>
    <message>
      <source>校订(&amp;C)</source>
      <translation>&amp;Correct</translation>
    </message>
    <message>
      <source>正文</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>目录</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>第 {number} 行</source>
      <translation>line {number}</translation>
    </message>
    <message>
      <source>编辑(&amp;E)</source>
      <translation>&amp;Edit</translation>
    </message>
    <message>
      <source>署名</source>
      <translation>Byline</translation>
    </message>
    <message>
      <source>肩题</source>
      <translation>Kicker</translation>
    </message>
    <message>
      <source>转到下一栏</source>
      <translation>Next pane</translation>
    </message>
    <message>
      <source>转换残留</source>
      <translation>Conversion noise</translation>
    </message>
    <message>
      <source>这些校订都已经在了。</source>
      <translation>All of these corrections are there already.</translation>
    </message>
    <message>
      <source>这是</source>
      <translation>This is</translation>
    </message>
    <message>
      <source>选择位置…</source>
      <translation>Choose where…</translation>
    </message>
    <message>
      <source>重做</source>
      <translation>Redo</translation>
    </message>
    <message>
      <source>页眉页脚</source>
      <translation>Running heads</translation>
    </message>
  </context>
  <context>
    <name>exchanging</name>
    <message>
      <source>{count} 个文件还没有传完，下次再读：{names}</source>
      <translation>{count} files have not arrived whole yet and will be read next time: {names}</translation>
    </message>
    <message>
      <source>{count} 条两边都改过</source>
      <translation>changed on both sides: {count}</translation>
    </message>
    <message>
      <source>{count} 条已经有了</source>
      <translation>already here: {count}</translation>
    </message>
    <message>
      <source>{count} 条暂时找不到原文</source>
      <translation>text not found for now: {count}</translation>
    </message>
    <message>
      <source>{count} 条等待导入它们的期刊</source>
      <translation>{count} wait for their issue to be imported</translation>
    </message>
    <message>
      <source>。</source>
      <translation>.</translation>
    </message>
    <message>
      <source>初次</source>
      <translation>new</translation>
    </message>
    <message>
      <source>变了</source>
      <translation>changed</translation>
    </message>
    <message>
      <source>另有 {count} 份初次见到的签名，见表中“签名”一栏。</source>
      <translation>{count} more new signatures; see “Signature” in the table.</translation>
    </message>
    <message>
      <source>另有 {count} 份文件的签名不对，没有收下。</source>
      <translation>{count} more files have a wrong signature and were not taken.</translation>
    </message>
    <message>
      <source>同名另一人</source>
      <translation>same name, other key</translation>
    </message>
    <message>
      <source>学习会 {count} 次</source>
      <translation>{count} sessions</translation>
    </message>
    <message>
      <source>学习会的计划有改动：{day}《{title}》</source>
      <translation>The plan of a session was changed: {day} “{title}”</translation>
    </message>
    <message>
      <source>学习会的计划有改动：{day}《{title}》，其中 {count} 处您自己改过，照您的</source>
      <translation>The plan of a session was changed: {day} “{title}”; in {count} places you had changed it yourself, and yours stays</translation>
    </message>
    <message>
      <source>已同步，共有 {count} 份别人的笔记文件。</source>
      <translation>In step, with {count} files of other people’s notes.</translation>
    </message>
    <message>
      <source>已同步，里面还没有别人的笔记。</source>
      <translation>In step; there are no notes of others yet.</translation>
    </message>
    <message>
      <source>文件里没有笔记。</source>
      <translation>The file holds no notes.</translation>
    </message>
    <message>
      <source>新收 {count} 条</source>
      <translation>new: {count}</translation>
    </message>
    <message>
      <source>新的学习会：{day}《{title}》</source>
      <translation>A new session: {day} “{title}”</translation>
    </message>
    <message>
      <source>新知道读完 {count} 篇次</source>
      <translation>{count} newly known readings</translation>
    </message>
    <message>
      <source>更新 {count} 条</source>
      <translation>updated: {count}</translation>
    </message>
    <message>
      <source>本机</source>
      <translation>own</translation>
    </message>
    <message>
      <source>没有</source>
      <translation>none</translation>
    </message>
    <message>
      <source>没有收下。{why}</source>
      <translation>Not taken. {why}</translation>
    </message>
    <message>
      <source>现在打不开共享文件夹 {folder}，可能没有联网或优盘已拔出。笔记照常保存，等它回来再同步。</source>
      <translation>The shared folder {folder} cannot be reached now; perhaps there is no network, or the stick is unplugged. Notes are kept as usual and synced when it is back.</translation>
    </message>
    <message>
      <source>相符</source>
      <translation>matches</translation>
    </message>
    <message>
      <source>还有 {count} 次学习会。</source>
      <translation>{count} more sessions.</translation>
    </message>
    <message>
      <source>这次没有</source>
      <translation>none this time</translation>
    </message>
    <message>
      <source>，</source>
      <translation>, </translation>
    </message>
  </context>
  <context>
    <name>importing</name>
    <message>
      <source>{files} 个文件没有导入</source>
      <translation>files not imported: {files}</translation>
    </message>
    <message>
      <source>{issues} 期已经在资料库里</source>
      <translation>already in the library: {issues}</translation>
    </message>
    <message>
      <source>。</source>
      <translation>.</translation>
    </message>
    <message>
      <source>不能导入</source>
      <translation>cannot be imported</translation>
    </message>
    <message>
      <source>导入了 {issues} 期，共 {articles} 篇</source>
      <translation>Imported issues: {issues}, articles: {articles}</translation>
    </message>
    <message>
      <source>更新了 {issues} 期</source>
      <translation>updated issues: {issues}</translation>
    </message>
    <message>
      <source>没有可导入的文件。</source>
      <translation>There are no files to import.</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>offer_groups</name>
    <message>
      <source>从名单里选（向下键）</source>
      <translation>Choose from the list (Down key)</translation>
    </message>
  </context>
  <context>
    <name>packs</name>
    <message>
      <source>导入</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>导入期刊包</source>
      <translation>Import Issue Packs</translation>
    </message>
    <message>
      <source>导入这些期刊包吗？</source>
      <translation>Import these issue packs?</translation>
    </message>
    <message>
      <source>已核对，导入</source>
      <translation>I have checked; import</translation>
    </message>
  </context>
  <context>
    <name>palette</name>
    <message>
      <source>先在页面上选中文字</source>
      <translation>Select text on the page first</translation>
    </message>
    <message>
      <source>先打开一篇文章</source>
      <translation>Open an article first</translation>
    </message>
    <message>
      <source>现在没有可做的</source>
      <translation>Nothing to do now</translation>
    </message>
  </context>
  <context>
    <name>provenance</name>
    <message>
      <source>与原文一致。</source>
      <translation>As in the source.</translation>
    </message>
    <message>
      <source>原文第 {line} 行</source>
      <translation>line {line} of the source</translation>
    </message>
    <message>
      <source>导入时有改动，写在每一行的下面。</source>
      <translation>The import changed something; it is told below each line.</translation>
    </message>
    <message>
      <source>这段引文跨过连接或改动过的地方，引用前请核对原刊。</source>
      <translation>This quotation crosses a join or a change; check it in print before you quote it.</translation>
    </message>
    <message>
      <source>这段文字没有对应的原文。</source>
      <translation>This passage has no lines in the source.</translation>
    </message>
    <message>
      <source>；</source>
      <translation>; </translation>
    </message>
  </context>
  <context>
    <name>rescue</name>
    <message>
      <source>也可以整个换回最近一份备份（{day}），那以后写的就没有了。</source>
      <translation>Or take the newest backup ({day}) as a whole; what was written since will be gone.</translation>
    </message>
    <message>
      <source>修复</source>
      <translation>Recover</translation>
    </message>
    <message>
      <source>停止</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>可以把还读得出的内容修复到新的资料库里（先救笔记，缺的从备份补）。损坏的文件会留在备份文件夹里，不会丢。</source>
      <translation>What can still be read can be recovered into a new library (notes first; what is missing comes from a backup). The damaged file stays in the backups folder.</translation>
    </message>
    <message>
      <source>换回备份</source>
      <translation>Restore the backup</translation>
    </message>
    <message>
      <source>支部阅读</source>
      <translation>zbreader</translation>
    </message>
    <message>
      <source>正在修复资料库…</source>
      <translation>Recovering the library…</translation>
    </message>
    <message>
      <source>退出</source>
      <translation>Quit</translation>
    </message>
  </context>
  <context>
    <name>search</name>
    <message>
      <source>先搜索，再把找到的编成专题摘编。</source>
      <translation>Search first, then collect what was found.</translation>
    </message>
    <message>
      <source>存下的搜索</source>
      <translation>Saved searches</translation>
    </message>
    <message>
      <source>按条件搜索：栏目、作者、期、标签……</source>
      <translation>Search by conditions: column, author, issue, tag…</translation>
    </message>
    <message>
      <source>条件…</source>
      <translation>Form…</translation>
    </message>
  </context>
  <context>
    <name>themes</name>
    <message>
      <source>夜间</source>
      <translation>Night</translation>
    </message>
    <message>
      <source>米黄</source>
      <translation>Sepia</translation>
    </message>
    <message>
      <source>纸白</source>
      <translation>Paper</translation>
    </message>
    <message>
      <source>高对比</source>
      <translation>High contrast</translation>
    </message>
  </context>
</TS>
