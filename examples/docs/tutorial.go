package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-rabbitmq/cdk8s-rabbitmq-go/cdk8srabbitmq"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("messaging"), &cdk8s.ChartProps{Namespace: jsii.String("messaging")})

	cdk8srabbitmq.NewRabbitMQCluster(chart, jsii.String("RabbitMQ"), &cdk8srabbitmq.RabbitMQClusterProps{
		Name:     jsii.String("orders"),
		Replicas: jsii.Number(1),
		Resources: &cdk8srabbitmq.RabbitMQResourcesOptions{
			CpuRequest:  jsii.String("100m"),
			CpuLimit:    jsii.String("1"),
			MemoryLimit: jsii.String("1Gi"),
		},
		Storage: &cdk8srabbitmq.RabbitMQStorageOptions{Size: jsii.String("2Gi")},
	})

	app.Synth()
}
