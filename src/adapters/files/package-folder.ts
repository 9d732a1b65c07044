import { existsSync } from 'node:fs';

/** The folder with package.json above a file of this program, wherever the build has put that file. */
function folderAbove(file: string): URL {
  for (let folder = new URL('.', file); ; folder = new URL('..', folder)) {
    if (existsSync(new URL('package.json', folder))) return folder;
    if (folder.pathname === new URL('..', folder).pathname) {
      throw new Error(`there is no package.json above ${file}: install the program again`);
    }
  }
}

/** The folder that this program is installed in. */
export const PACKAGE_FOLDER = folderAbove(import.meta.url);
