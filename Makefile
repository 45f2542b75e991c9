# Other names for ./zb and a few scripts; nothing here does any work of its own.
.PHONY: run test setup doctor check bench screenshots package lock i18n fresh fuzz torture clean

run test setup doctor check bench screenshots package:
	@./zb $@

lock:
	@tools/lock.sh

i18n:
	@./zb setup && .venv/bin/python -m tools.i18n

fresh:
	@tools/try_fresh_debian.sh

fuzz: # N=10000 make fuzz
	@./zb setup && .venv/bin/python -m tools.fuzz --inputs $${N:-1000}

torture: # KILLS=1000 make torture
	@./zb setup && .venv/bin/python -m tools.torture --kills $${KILLS:-1000}

clean:
	rm -rf build dist htmlcov .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
