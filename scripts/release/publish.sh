#!/usr/bin/env bash
# Says what publishes the release in OUT; runs nothing.
set -euo pipefail
cat <<END

Nothing is published yet. With the credentials of each registry:

  git tag -v v$VERSION && git push origin v$VERSION
  # provenance needs the release workflow's identity, or that of another CI that npm knows
  npm publish $OUT/cdk8s-rabbitmq-$VERSION.tgz --access public --provenance
$([ ! -f "$OUT/rabbitmq-k8s-$VERSION.tgz" ] || echo "  npm publish $OUT/rabbitmq-k8s-$VERSION.tgz --access public --provenance")
  twine upload $OUT/*.whl
  # Maven Central: signed with your key; a user token is from https://central.sonatype.com/account, and what is uploaded is published there
  bash scripts/release/central-bundle.sh $OUT
  printf 'Authorization: Bearer %s' "\$(printf '%s' "\$CENTRAL_USERNAME:\$CENTRAL_PASSWORD" | base64 --wrap=0)" |
    curl --fail --request POST --header @- --form bundle=@$OUT/central-bundle.zip https://central.sonatype.com/api/v1/publisher/upload
  # Go: in a checkout of cdk8s-rabbitmq-go
  rm -rf cdk8srabbitmq && mkdir cdk8srabbitmq && tar -xzf $OUT/cdk8s-rabbitmq-go-$VERSION.tar.gz -C cdk8srabbitmq
  git add -A && git commit -m v$VERSION && git tag cdk8srabbitmq/v$VERSION && git push origin HEAD cdk8srabbitmq/v$VERSION
$(if [ -f "$OUT/Cdk8sRabbitMQ.$VERSION.nupkg" ]; then
    echo "  dotnet nuget push $OUT/Cdk8sRabbitMQ.$VERSION.nupkg --source https://api.nuget.org/v3/index.json --api-key \"\$NUGET_API_KEY\""
  else
    cat <<NUGET
  # NuGet: where there is a dotnet, which wasn't here
  mkdir dotnet && tar -xzf $OUT/cdk8s-rabbitmq-dotnet-$VERSION.tar.gz -C dotnet && bash scripts/release/nuget.sh dotnet/Cdk8sRabbitMQ .
  dotnet nuget push Cdk8sRabbitMQ.$VERSION.nupkg --source https://api.nuget.org/v3/index.json --api-key "\$NUGET_API_KEY"
NUGET
  fi)
  helm push $OUT/rabbitmq-$VERSION.tgz oci://YOUR-REGISTRY
  cosign sign --yes YOUR-REGISTRY/rabbitmq:$VERSION
  # what users verify downloads by: checksums of all files, the SBOMs among them
  cosign sign-blob --yes --bundle $OUT/SHA256SUMS.sigstore.json $OUT/SHA256SUMS

Then commit $OUT/released.jsii.gz as api/released.jsii.gz: from then on a break of its API fails.
END
