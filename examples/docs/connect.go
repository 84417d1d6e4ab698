package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rabbitmq/cdk8s-rabbitmq-go/cdk8srabbitmq"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("messaging"), &cdk8s.ChartProps{Namespace: jsii.String("messaging")})
	cluster := cdk8srabbitmq.NewRabbitMQCluster(chart, jsii.String("RabbitMQ"), &cdk8srabbitmq.RabbitMQClusterProps{
		Name:     jsii.String("orders"),
		Replicas: jsii.Number(3),
	})

	cdk8srabbitmq.NewRabbitMQUser(chart, jsii.String("Checkout"), &cdk8srabbitmq.RabbitMQUserProps{
		Cluster: cluster,
		Name:    jsii.String("checkout"),
		Permissions: &[]*cdk8srabbitmq.RabbitMQPermissionOptions{{
			Vhost:     jsii.String("/"),
			Configure: jsii.String(`^checkout\.`),
			Write:     jsii.String(`^(checkout\.|amq\.default$)`),
			Read:      jsii.String(`^checkout\.`),
		}},
	})
	cluster.Connections().AllowClientsFrom(cdk8splus28.Namespaces_Select(chart, jsii.String("Shop"),
		&cdk8splus28.NamespacesSelectOptions{Names: jsii.Strings("shop")}))

	app.Synth()
}
