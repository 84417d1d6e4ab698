#!/usr/bin/env bash
# Says what publishes the release in OUT; runs nothing.
set -euo pipefail
cat <<END

Nothing is published yet. With the credentials of each registry:

  git tag --sign v$VERSION && git push origin v$VERSION
  npm publish $OUT/cdk8s-rabbitmq-$VERSION.tgz --access public --provenance
$([ ! -f "$OUT/rabbitmq-k8s-$VERSION.tgz" ] || echo "  npm publish $OUT/rabbitmq-k8s-$VERSION.tgz --access public --provenance")
  twine upload $OUT/*.whl
  # Maven Central wants signatures, and a jar of javadoc beside these
  mvn gpg:sign-and-deploy-file -Durl=https://central.sonatype.com/repository/maven-releases -DrepositoryId=central \\
    -DpomFile=$OUT/cdk8s-rabbitmq-$VERSION.pom -Dfile=$OUT/cdk8s-rabbitmq-$VERSION.jar -Dsources=$OUT/cdk8s-rabbitmq-$VERSION-sources.jar
  # Go: in a checkout of cdk8s-rabbitmq-go
  tar -xzf $OUT/cdk8s-rabbitmq-go-$VERSION.tar.gz -C cdk8srabbitmq && git add -A && git commit -m v$VERSION && git tag cdk8srabbitmq/v$VERSION && git push --tags
  # C#: from the unpacked code
  dotnet pack -c Release && dotnet nuget push **/*.nupkg
  helm push $OUT/rabbitmq-$VERSION.tgz oci://YOUR-REGISTRY

Then commit $OUT/released.jsii.gz as api/released.jsii.gz: from then on a break of its API fails.
END
