import { describeExposed } from './exposed';
import { RabbitMQImage, RabbitMQScrapeMethod, RabbitMQVersion } from '../../../lib';

describeExposed(RabbitMQImage.fromReference('rabbitmq:4.0-management', { version: RabbitMQVersion.of('4.0') }), RabbitMQScrapeMethod.POD_MONITOR);
