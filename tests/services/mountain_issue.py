"""An invented issue as the tests' plain importer reads it."""

FIRST = """《山间学习》2031年第4期（上半月）
# 溪水的声音
溪水从石头上流下来，𠮷祥的日子就开始了。
老人说：“先读书，再说话。”
# 修桥的人
修桥的人不问姓名，只问桥稳不稳。
"""
