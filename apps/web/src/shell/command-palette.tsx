import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { KeyHint } from '../ui/key-hint.tsx';
import classes from './command-palette.module.css';
import { PaletteList } from './palette-list.tsx';

/** Go to any record, run any command I may: `Ctrl/⌘ K`. */
export function CommandPalette() {
  const [opened, { open, close }] = useDisclosure();
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <UnstyledButton className={classes.button} onClick={open} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} aria-hidden />
        <span className={classes.words}>Search and commands</span>
        <span className={classes.keys} aria-hidden="true">
          <KeyHint>{IS_APPLE ? '⌘ K' : 'Ctrl K'}</KeyHint>
        </span>
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={close}
        withCloseButton={false}
        padding={0}
        size={560}
        yOffset="12vh"
        attributes={{ content: { 'aria-label': 'Search and commands' } }}
      >
        <PaletteList onDone={close} />
      </Modal>
    </>
  );
}

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
