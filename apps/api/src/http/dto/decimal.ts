import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { WholeNumber } from './whole-number.js';

const written = /^(0|[1-9]\d{0,15})$/;
const numberIn = (value: unknown): unknown =>
  typeof value === 'string' && written.test(value) ? Number(value) : value;

/** A whole number in a query, in decimal digits. `standard`: what is taken where it is left out. */
export const Decimal = (from: number, to: number, standard?: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => numberIn(value), { toClassOnly: true }),
    WholeNumber(from, to),
    ...(standard === undefined ? [] : [ApiProperty({ default: standard })]),
  );
