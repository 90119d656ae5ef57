import { Module } from '@nestjs/common';
import { CrimeTransferController } from './crime-transfer.controller.js';

@Module({ controllers: [CrimeTransferController] })
export class CrimeTransferModule {}
