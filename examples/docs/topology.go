package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rabbitmq/cdk8s-rabbitmq-go/cdk8srabbitmq"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("messaging"), &cdk8s.ChartProps{Namespace: jsii.String("messaging")})
	cluster := cdk8srabbitmq.NewRabbitMQCluster(chart, jsii.String("RabbitMQ"), &cdk8srabbitmq.RabbitMQClusterProps{
		Name: jsii.String("mq"),
	})

	orders := cdk8srabbitmq.NewRabbitMQVirtualHost(chart, jsii.String("Orders"), &cdk8srabbitmq.RabbitMQVirtualHostProps{
		Cluster:          cluster,
		Name:             jsii.String("orders"),
		DefaultQueueType: cdk8srabbitmq.RabbitMQQueueType_QUORUM,
		Limits:           &cdk8srabbitmq.RabbitMQVirtualHostLimitsOptions{MaxConnections: jsii.Number(500)},
	})
	events := orders.AddExchange(jsii.String("events"), &cdk8srabbitmq.RabbitMQExchangeOptions{
		Type: cdk8srabbitmq.RabbitMQExchangeType_TOPIC,
	})
	dead := orders.AddExchange(jsii.String("dead"), &cdk8srabbitmq.RabbitMQExchangeOptions{
		Type: cdk8srabbitmq.RabbitMQExchangeType_FANOUT,
	})
	billing := orders.AddQueue(jsii.String("billing"), &cdk8srabbitmq.RabbitMQQueueOptions{
		DeliveryLimit: jsii.Number(10),
		DeadLetter:    &cdk8srabbitmq.RabbitMQDeadLetterOptions{Exchange: dead},
	})
	events.Bind(billing, &cdk8srabbitmq.RabbitMQBindingOptions{RoutingKey: jsii.String("order.*.paid")})
	dead.Bind(orders.AddQueue(jsii.String("dead-letters"), nil), nil)
	orders.AddPolicy(jsii.String("ttl"), &cdk8srabbitmq.RabbitMQPolicyOptions{
		Pattern: jsii.String("^dead"),
		ApplyTo: cdk8srabbitmq.RabbitMQPolicyTarget_QUEUES,
		Definition: &cdk8srabbitmq.RabbitMQPolicyDefinitionOptions{
			MessageTtl: cdk8s.Duration_Days(jsii.Number(7)),
		},
	})

	checkout := cdk8srabbitmq.NewRabbitMQUser(chart, jsii.String("Checkout"), &cdk8srabbitmq.RabbitMQUserProps{
		Cluster: cluster,
	})
	events.GrantPublish(checkout)
	billing.GrantConsume(checkout)

	app.Synth()
}
