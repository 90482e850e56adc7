import { Module } from '@nestjs/common';
import { SampleResolver } from './sample.resolver.ts';
import { SampleTask } from './sample-task.ts';

@Module({ providers: [SampleResolver, SampleTask] })
export class SampleModule {}
