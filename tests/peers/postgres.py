# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server with PostGIS and pgRouting for one test: in a folder of its own, on a socket, gone afterwards."""
import glob
import os
import pathlib
import shutil
import subprocess


class Missing(Exception):
    """What is not installed."""


class Server:
    def __init__(self, folder):
        found = sorted(glob.glob('/usr/lib/postgresql/*/bin/initdb'))
        if not found or not shutil.which('psql'):
            raise Missing('PostgreSQL')
        self.bin = pathlib.Path(found[-1]).parent
        self.folder = pathlib.Path(folder) / 'pg'
        self.folder.mkdir()
        if os.geteuid() == 0:  # a server does not run as root
            shutil.chown(self.folder, 'postgres')
            os.chmod(folder, 0o755)
        self._call('initdb', '-D', self.folder / 'data', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8')
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off -c jit=off -c shared_buffers=256MB"
        self._call('pg_ctl', '-D', self.folder / 'data', '-l', self.folder / 'log', '-o', options, '-w', 'start')

    def _call(self, program, *arguments):
        command = [str(self.bin / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ['runuser', '-u', 'postgres', '--', *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder)
        if done.returncode:
            raise SystemExit(f'{program}: {done.stderr or done.stdout}')

    def extensions(self):
        for name in ('postgis', 'pgrouting'):
            try:
                self.run(f'CREATE EXTENSION {name}')
            except RuntimeError as error:
                raise Missing(name) from error
        return self.run("SELECT extname || ' ' || extversion FROM pg_extension WHERE extname IN ('postgis', 'pgrouting')")

    def run(self, sql, copied=None):
        """Rows of the last statement, each a list of texts."""
        command = ['psql', '-h', str(self.folder), '-U', 'postgres', '-qAtX', '-F', '|', '-v', 'ON_ERROR_STOP=1']
        if copied is None:
            done = subprocess.run(command, input=sql, capture_output=True, text=True)
        else:
            done = subprocess.run([*command, '-c', sql], input=copied, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return [line.split('|') for line in done.stdout.splitlines()]

    def stop(self):
        self._call('pg_ctl', '-D', self.folder / 'data', '-m', 'immediate', '-w', 'stop')
