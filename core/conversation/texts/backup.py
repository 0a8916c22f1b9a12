"""The wording of backups, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BACKUP_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "backup.made": "백업: {file}",
        "backup.key": "열쇠: {file} (데이터베이스 백업과는 다른 곳에 보관하세요.)",
        "backup.no_key": "열쇠는 들어 있지 않아요. vault.key나 PROMPTGEN_VAULT_KEY를 다른 곳에 따로 보관하세요.",
        "backup.keys": "사람마다 하나씩 있는 열쇠: {file} (백업할 때마다 새로 써요. 이전 파일을 따로 보관하면 삭제한 사람의 값도 다시 열 수 있어요.)",
        "backup.keyless": "이 가운데 {count}명은 열쇠가 여기 없어서 가려진 값을 되살릴 수 없어요. 삭제를 부탁한 사람이거나, 컴퓨터를 옮겼다면 --keys로 promptgen.keys를 알려 주세요.",
        "backup.removed": "오래된 백업 {count}개를 지웠어요.",
        "backup.checked": "{file}: 온전해요. 대화 {count}개가 들어 있어요.",
        "backup.older": "이전 버전에서 만든 백업이에요. 되돌리면 다음에 켤 때 최신으로 바뀌어요.",
        "backup.fits": "지금 있는 열쇠로 열 수 있어요.",
        "backup.other": "지금 있는 열쇠로는 열 수 없어요. 이 백업을 만들 때 쓰던 열쇠가 필요해요.",
        "backup.missing": "열쇠가 없어 가려진 값은 되살릴 수 없어요. vault.key를 함께 되돌려 주세요.",
        "backup.restore_confirm": "지금 데이터베이스를 {file}(으)로 바꿀까요? [y/N]",
        "backup.not_restored": "바꾸지 않았어요.",
        "backup.restored": "{file}(으)로 되돌렸어요. 이제 봇을 켜면 돼요.",
        "backup.kept": "바꾸기 전의 데이터베이스는 {file}에 있어요. 확인한 뒤에 지워 주세요.",
        "backup.forgotten": "열쇠가 없는 {count}명의 가려진 대화도 돌아왔어요. 삭제를 부탁한 사람이면 promptgen data forget --keyless로 다시 지워 주세요.",
        "reason.backup_damaged": "손상됐거나 promptgen의 백업이 아니에요.",
        "reason.backup_keep": "--keep은 백업을 모아 둘 폴더와 함께, 1 이상으로 적어주세요.",
        "reason.backup_empties_keys": "데이터베이스에는 사람의 열쇠가 하나도 없는데 이 파일에는 있어요. 데이터 폴더가 맞는지 확인하고, 모두 삭제한 것이 맞으면 --empty-keys를 붙여주세요.",
        "reason.backup_key": "복사할 열쇠 파일이 없어요. PROMPTGEN_VAULT_KEY로 정한 열쇠라면 그 값을 따로 보관하세요.",
        "reason.postgresql_programs": "PostgreSQL의 pg_dump, pg_restore, psql이 필요해요. (Debian: apt install postgresql-client)",
    }
)

BACKUP_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "backup.made": "Backup: {file}",
        "backup.key": "Key: {file} (keep it apart from the backup of the database)",
        "backup.no_key": "The key is not in it. Keep vault.key or PROMPTGEN_VAULT_KEY somewhere else.",
        "backup.keys": "Keys, one for each person: {file} (every backup replaces it; an older copy kept elsewhere keeps the values of the deleted readable)",
        "backup.keyless": "People in it whose keys are not here: {count}. Their masked values cannot be put back. They asked for deletion, or, on a new machine, --keys has to name promptgen.keys.",
        "backup.removed": "Older backups deleted: {count}",
        "backup.checked": "{file}: complete. Conversations in it: {count}",
        "backup.older": "An earlier version made it. Once restored, it is brought up to date at the next start.",
        "backup.fits": "The key that is here opens it.",
        "backup.other": "The key that is here does not open it. It needs the key that was in use when it was made.",
        "backup.missing": "There is no key here, so masked values cannot be put back. Restore vault.key as well.",
        "backup.restore_confirm": "Replace the present database with {file}? [y/N]",
        "backup.not_restored": "Nothing was changed.",
        "backup.restored": "Restored from {file}. You can start the bot now.",
        "backup.kept": "The database that was there is in {file}. Delete it once you have seen that all is well.",
        "backup.forgotten": "Masked conversations of people without a key are back, too: {count}. If they asked for deletion, delete them again with promptgen data forget --keyless.",
        "reason.backup_damaged": "It is damaged, or not a backup of promptgen's.",
        "reason.backup_keep": "--keep takes 1 or more, and a folder to keep backups in.",
        "reason.backup_empties_keys": "the database holds no keys of people, but this file does. Check that this is the right data folder. If everybody was deleted, add --empty-keys.",
        "reason.backup_key": "There is no key file to copy. If PROMPTGEN_VAULT_KEY holds the key, keep its value somewhere else.",
        "reason.postgresql_programs": "PostgreSQL's pg_dump, pg_restore and psql are needed. (Debian: apt install postgresql-client)",
    }
)
