import { describeExposed } from './exposed';
import { RabbitMQImage } from '../../../lib';

describeExposed(RabbitMQImage.fromReference('rabbitmq:4.3.6-management'));
