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
		Version:  cdk8srabbitmq.RabbitMQVersion_Of(jsii.String("4.3.6")),
		Resources: &cdk8srabbitmq.RabbitMQResourcesOptions{
			CpuRequest:  jsii.String("1"),
			CpuLimit:    jsii.String("2"),
			MemoryLimit: jsii.String("4Gi"),
		},
		Storage: &cdk8srabbitmq.RabbitMQStorageOptions{Size: jsii.String("50Gi")},
		Plugins: jsii.Strings("rabbitmq_stream"),
		Configuration: &cdk8srabbitmq.RabbitMQConfigurationOptions{
			Raw: &map[string]*string{"channel_max": jsii.String("128")},
		},
	})

	cluster.Connections().AllowClientsFrom(cdk8splus28.Namespaces_Select(chart, jsii.String("Shop"),
		&cdk8splus28.NamespacesSelectOptions{Names: jsii.Strings("shop")}))
	cdk8srabbitmq.NewRabbitMQMonitoring(chart, jsii.String("Monitoring"), &cdk8srabbitmq.RabbitMQMonitoringProps{
		Cluster: cluster,
	})

	app.Synth()
}
