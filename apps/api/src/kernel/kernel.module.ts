import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openDataSource } from './database.ts';
import { entities } from './entities.ts';
import { useMetadata } from './rows.ts';
import { readSettings } from './settings.ts';
import { Tasks } from './tasks.ts';

export const SETTINGS = Symbol('settings');

@Injectable()
class CloseDatabase implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}
  onApplicationShutdown = () => this.source.destroy();
}

@Global()
@Module({
  providers: [
    { provide: SETTINGS, useFactory: () => readSettings(process.env) },
    {
      provide: DataSource,
      inject: [SETTINGS],
      useFactory: async (settings: ReturnType<typeof readSettings>) => {
        const source = await openDataSource(settings.APP_DATABASE_URL, entities, settings.POOL_SIZE);
        useMetadata(source);
        return source;
      },
    },
    Tasks,
    CloseDatabase,
  ],
  exports: [SETTINGS, DataSource, Tasks],
})
export class KernelModule {}
