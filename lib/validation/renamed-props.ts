/** Props of earlier versions, by struct: the prop that replaces them, or a sentence that says how to replace them. */
export const RENAMED_PROPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RabbitMQClusterProps: { scaling: 'membership' },
  RabbitMQDeploymentProps: { without: 'Set enabled: false on the part, such as monitoring: { enabled: false }.' },
  RabbitMQMembershipOptions: { safe: 'leaveOnScaleIn' },
  RabbitMQTlsOptions: { only: 'disablePlainListeners' },
};
