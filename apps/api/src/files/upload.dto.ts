import { bytesOfText } from '../http/dto/text.js';
import { Shaped } from '../http/dto/shaped.js';
import { isFileName, longestName } from './said-of-file.js';

/** What is said of a file in the address. */
export class UploadDto {
  /** 文件名；The file name. */
  @Shaped({
    name: 'isFileName',
    holds: isFileName,
    says:
      `须为1至${String(longestName)}个字符的文件名，不含路径、控制字符、不可见字符和 <>:"|?*，首尾无空格，末尾无点，且非 Windows 保留名；` +
      `a file name of 1 to ${String(longestName)} characters, without a path, control or invisible characters and <>:"|?*, no blank at either end, no dot at its end, and no name that Windows keeps for itself`,
    shown: { type: 'string', minLength: 1, maxLength: longestName },
    bytes: () => bytesOfText(longestName),
  })
  declare readonly name: string;
}
