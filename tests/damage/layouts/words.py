"""Invented names, headlines, subheadings and sentences: stories come from the pool, official prose from here."""

from __future__ import annotations

from random import Random

from tests.damage.pool import read_pool

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_GIVEN = (
    "望舒禾砚青岚舟渡溪麦穗棠桥砺晚晴霜桂枝松涛石磊海燕志远春生秋"
    "实建国晓梅玉兰长河立新思齐明哲文博雨桐子墨向东红英小满大川云帆"
)
_PLACES = [
    "半岭县",
    "苇渡市",
    "石湾区",
    "柳坡镇",
    "澄水区",
    "青禾县",
    "杉口街道",
    "白鹭镇",
    "沙溪区",
    "松坪县",
    "云岔镇",
    "麦河区",
]
_UNITS = [
    "委宣传部",
    "农技推广中心",
    "教育局",
    "水务局",
    "总工会",
    "融媒体中心",
    "第二中学",
    "卫生健康委员会",
    "文化馆",
    "供销合作社",
]
_POSITIONS = [
    "党支部书记",
    "农技站站长",
    "小学校长",
    "社区主任",
    "图书馆馆长",
    "供电所所长",
    "合作社理事长",
    "卫生院院长",
]
_NOUNS = {
    "pond": ["鱼塘", "塘水", "渔网"], "loom": ["织机", "梭子", "土布"], "bees": ["蜂箱", "蜂群", "花期"],
    "orchard": ["果园", "老树", "枝条"], "kiln": ["窑火", "陶坯", "老窑"], "school": ["课堂", "操场", "讲台"],
    "clinic": ["药箱", "诊室", "病历"], "bus": ["班车", "站牌", "车轮"], "theatre": ["戏台", "锣鼓", "水袖"],
    "weather": ["云图", "雨量", "风杆"], "market": ["菜摊", "秤杆", "早市"], "solar": ["屋顶", "电表", "光板"],
    "tea": ["茶山", "茶灶", "新芽"], "press": ["铅字", "版面", "油墨"], "archive": ["卷宗", "库房", "旧档"],
    "garden": ["花圃", "篱笆", "菜畦"], "canteen": ["食堂", "灶台", "饭桌"], "lathe": ["车床", "刀具", "图纸"],
    "inquiry": ["调研", "问卷", "走访"], "ledger": ["账本", "台账", "算盘"], "apprentice": ["师傅", "学徒", "手艺"],
    "reading": ["书架", "书屋", "笔记"], "irrigation": ["水渠", "闸门", "水田"], "literacy": ["夜校", "识字", "黑板"],
    "placename": ["地名", "路牌", "古桥"],
}  # fmt: skip
_VERBS = [
    "守好",
    "算清",
    "擦亮",
    "点亮",
    "织密",
    "走稳",
    "种下",
    "念好",
    "撑起",
    "搬来",
    "修通",
    "晒出",
    "量准",
    "唤醒",
    "接住",
    "捧起",
]
_THINGS = [
    "一本细账",
    "百姓心事",
    "一盏长灯",
    "邻里日子",
    "门口小路",
    "四季收成",
    "老街记忆",
    "一把尺子",
    "孩子明天",
    "乡亲笑脸",
]
_REACHES = ["写好", "跑出", "绘就", "走出", "交出", "种出", "织成", "点燃", "汇成", "打开", "守出", "唱响"]
_GOALS = [
    "融合新文章",
    "发展加速度",
    "乡间新图景",
    "一条新路子",
    "民生好答卷",
    "干事一股绳",
    "日子甜滋味",
    "夜里一盏灯",
    "上下同心圆",
    "门前新天地",
]
_FIELDS = ["服务", "治理", "学习", "生产", "调度", "巡查", "培训", "协商"]
_SUBJECTS = [
    "镇党委",
    "村“两委”",
    "各支部",
    "工作队",
    "合作社",
    "社区",
    "街道",
    "全县干部",
    "党员们",
    "县农技站",
    "联合党支部",
    "驻村干部",
]
_MEASURES = [
    "清单",
    "台账",
    "网格",
    "例会",
    "夜校",
    "热线",
    "专班",
    "积分",
    "联席会议",
    "包片制度",
    "“回头看”机制",
    "“一线工作法”",
]
_AIMS = [
    "群众需求",
    "基层负担",
    "产业发展",
    "村庄环境",
    "办事效率",
    "集体增收",
    "干部作风",
    "邻里矛盾",
    "青年成长",
    "文化传承",
]
_RESULTS = [
    "见到实效",
    "形成合力",
    "更有底气",
    "落到实处",
    "越走越宽",
    "有了抓手",
    "进一步提升",
    "明显改善",
    "不断深化",
    "有人管、有人问",
]
_TEMPLATES = [
    "{s}坚持以{a}为导向，用好{m}，推动{n}工作{r}。",
    "围绕{a}和{a2}，{s}建立{m}、{m2}，累计开展{f}{k}场次，覆盖{k2}人次。",
    "针对{n}方面存在的问题，{s}逐项列出{m}，明确责任人和时限，{a}{r}。",
    "{y}年以来，{s}先后投入{k}万元，用于{n}改造和{f}提升，受益群众达到{k2}户。",
    "“过去{n}没人管，现在有了{m}，大家心里踏实。”{s}负责人{p}说。",
    "要把{a}摆在突出位置，既抓当前，也谋长远，以{m}促{f}，以{f2}促{a2}。",
    "{s}把{f}同{n}结合起来，在{a}上下功夫，在{a2}上求突破，各项工作{r}。",
    "从{f}到{f2}，从{n}到{n2}，{s}一件接着一件办，一年接着一年干，{a}{r}。",
    "实践证明，抓{a}离不开{f}，抓{f2}离不开群众，只有把{m}用活，{n}才能{r}。",
    "截至{y}年底，全县共建成{n}示范点{k}个，{s}牵头的{m}被评为优秀案例。",
    "一方面，{s}完善{m}，做细{f}；另一方面，打通{a}的堵点，让{n}{r}。",
    "下一步，{s}将继续深化{m}，聚焦{a}，做实{f}，努力让{n}成为乡亲们的骄傲。",
    "在{s}的带动下，{k}名党员主动认领岗位，{n}、{n2}等{k2}件小事有了着落。",
    "{a}不是一句口号，{s}的做法是先走访、再开会，最后写进{m}，件件有回音。",
    "如今走进{x}，{n}整洁有序，{n2}焕然一新，{a}{r}。",
]  # fmt: skip


class Words:
    """A supply of words for one issue; no sentence of a story is given twice."""

    def __init__(self, rng: Random, prose: str) -> None:
        self.rng = rng
        self.prose = prose
        self._pool = read_pool()
        for sentences in self._pool.values():
            rng.shuffle(sentences)
        self._topics = [topic for topic in self._pool if topic in _NOUNS]
        rng.shuffle(self._topics)
        self._names: set[str] = set()
        self._headlines: set[str] = set()
        self._given = 0
        self._casts: dict[str, dict[str, list[str]]] = {}

    def topic(self) -> str:
        """The next topic, each in its turn."""
        self._given += 1
        return self._topics[(self._given - 1) % len(self._topics)]

    def name(self) -> str:
        """A person nobody had before."""
        while True:
            length = self.rng.choices((1, 2), (3, 7))[0]
            name = self.rng.choice(_SURNAMES) + "".join(self.rng.sample(_GIVEN, length))
            if name not in self._names:
                self._names.add(name)
                return name

    def names(self) -> list[str]:
        return [self.name() for _ in range(self.rng.choices((1, 2, 3), (7, 2, 0.5))[0])]

    def place(self) -> str:
        return self.rng.choice(_PLACES)

    def body(self, *, study: bool = False) -> str:
        """An office or a group that signs."""
        place = self.place()
        if study:
            head = "中共" + place if self.rng.random() < 0.6 else place
            return (
                head + self.rng.choice(("委", "财政局党组", "水务局党组", "教育局党组", "委组织部")) + "理论学习中心组"
            )
        if self.rng.random() < 0.3:
            return place + self.rng.choice(("党委", "党总支", "机关党委", "支部"))
        return (
            place.rstrip("县区镇市") + self.rng.choice(_UNITS)
            if self.rng.random() < 0.3
            else place + self.rng.choice(_UNITS)
        )

    def position(self) -> str:
        return self.place() + self.rng.choice(_POSITIONS)

    def noun(self, topic: str) -> str:
        return self.rng.choice(_NOUNS[topic])

    def headline(self, topic: str) -> list[str]:
        """The parts of a headline (one, two or three) that no other has."""
        for _ in range(40):
            parts = self._headline(topic)
            if "".join(parts) not in self._headlines:
                break
        self._headlines.add("".join(parts))
        return parts

    def _headline(self, topic: str) -> list[str]:
        one, verb, thing, goal, noun = (
            self._pair(),
            self.rng.choice(_VERBS),
            self.rng.choice(_THINGS),
            self._goal(),
            self.noun(topic),
        )
        shapes = [
            [f"{verb}{noun}", f"{self.rng.choice(_VERBS)}{self.rng.choice(_AIMS)}"],
            [f"{verb}{noun}{thing}", goal],
            [f"以“{noun}”为媒{verb}{thing}"],
            [f"{noun}里的{thing}"],
            [f"{self.place()}：{noun}{self.rng.choice(('搬进小院', '连着民心', '一年三变', '有了新主人'))}"],
            [f"“{noun}”怎样变成“{thing[-2:]}”"],
            [f"{verb}{noun} {one}", f"在{self.rng.choice(_FIELDS)}中{goal}"],
            [f"{noun}与{thing}"],
            [f"一{self.rng.choice('座处份间')}{noun}的{self.rng.choice(('三十年', '来信', '春天', '加减法', '回声'))}"],
            [f"当好{noun}“{self.rng.choice(('带头人', '守门人', '掌舵人', '店小二'))}”"],
        ]
        return self.rng.choice(shapes)

    def _goal(self) -> str:
        return self.rng.choice(_REACHES) + self.rng.choice(_GOALS)

    def _pair(self) -> str:
        return self.rng.choice(_VERBS) + self.rng.choice(_AIMS)

    def heading(self, topic: str, style: str) -> str:
        """A subheading without its number."""
        noun, pair, goal = self.noun(topic), self._pair(), self._goal()
        if style == "pairs":
            return f"{self.rng.choice(_VERBS)}{noun} {pair}"
        if style == "colon":
            return f"{pair}：{goal}"
        if style == "plain":
            return self.rng.choice(
                (
                    f"{noun}边的{self.rng.choice(('灯', '约定', '早晨', '三个人'))}",
                    pair,
                    f"“{noun}”不再发愁",
                    f"{noun}会开到了家门口",
                )
            )
        return self.rng.choice(
            (f"{pair}，{goal}", f"在{noun}上{goal}", f"{self.rng.choice(_VERBS)}{noun}，{pair}", goal)
        )

    def sentences(self, topic: str, count: int) -> list[str]:
        """Sentences about a topic: of its story, official ones, or both."""
        found = []
        for _ in range(count):
            story = self.prose == "stories" or (self.prose == "mixed" and self.rng.random() < 0.5)
            if story and self._pool[topic]:
                found.append(self._pool[topic].pop())
            else:
                found.append(self._official(topic))
        return found

    def _official(self, topic: str) -> str:
        """A sentence of official prose; every article keeps to its own people, places and measures, as real ones do."""
        cast, pick = self._cast(topic), self.rng.choice
        return pick(_TEMPLATES).format(
            s=pick(cast["s"]), a=pick(cast["a"]), a2=pick(cast["a"]), m=pick(cast["m"]), m2=pick(cast["m"]),
            f=pick(cast["f"]), f2=pick(cast["f"]), n=self.noun(topic), n2=self.noun(topic), r=pick(_RESULTS),
            k=self.rng.randint(3, 99), k2=self.rng.randint(100, 9000), y=self.rng.randint(2019, 2024),
            p=pick(cast["p"]), x=pick(cast["x"]),
        )  # fmt: skip

    def _cast(self, topic: str) -> dict[str, list[str]]:
        key = f"{topic} {self._given}"
        if key not in self._casts:
            home = self.place()
            bare = home.rstrip("县区镇市")
            subjects = [bare + subject.removeprefix("镇").removeprefix("县") for subject in self._some(_SUBJECTS, 2)]
            names = [self.name() for _ in range(3)]
            self._casts[key] = {
                "s": [*subjects, *self._some(_SUBJECTS, 1), names[0]],
                "a": self._some(_AIMS, 4),
                "m": self._some(_MEASURES, 5),
                "f": self._some(_FIELDS, 4),
                "p": names,
                "x": [home, self.place()],
            }
        return self._casts[key]

    def _some(self, words: list[str], count: int) -> list[str]:
        return self.rng.sample(words, count)
