import { Module } from '@nestjs/common';
import { CollectiveDiscussionController } from './collective-discussion.controller.js';

@Module({ controllers: [CollectiveDiscussionController] })
export class CollectiveDiscussionModule {}
