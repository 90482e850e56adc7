import { IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './record.module.css';

/** A file to look at; from there it can be taken along. */
export const FileLink = ({ file }: { file: { id: string; name: string } }) => (
  <Link to="/documents/$id/view" params={{ id: file.id }} className={classes.file} preload={false}>
    <IconPaperclip size={14} stroke={1.75} aria-hidden />
    {file.name}
  </Link>
);
