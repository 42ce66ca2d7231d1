package dk.grundskema.api.service.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.start.ServiceApplication;
import dk.grundskema.solver.registry.PluginJarBuilder;
import dk.grundskema.solver.spi.ContractVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginPageTest {
    @TempDir
    private Path folder;

    @Test
    void administratorsSeeWhichPluginsAreUsedAndWhichFilesAreNot() throws IOException {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Files.writeString(jars.resolve("old.jar"), "no jar");
        PluginJarBuilder.aPlugin().write(jars.resolve("walk.jar"));
        PluginJarBuilder.aPlugin()
                .describedBy("version", "2.0")
                .describedBy("permissions", "network")
                .write(jars.resolve("zealous.jar"));
        var settings = TestDatabase.H2
                .fresh(Files.createDirectory(folder.resolve("data")))
                .with(ServiceSettingKey.WORKERS, "0");
        try (Server server = Server.start(
                ServiceApplication.create(new PluginPlanningFacade(Map.of("GRUNDSKEMA_PLUGINS", jars.toString()))),
                settings)) {
            TestSchool school = TestSchool.create(server);
            String page = "/organisations/" + school.id() + "/plugins";
            Answer listed = ServiceClient.administrator(server).get(school.path() + "/plugins");

            String seen = PageClient.signedInAs(school.addPerson(Role.ADMINISTRATOR))
                    .get(page)
                    .body();

            assertThat((List<?>) Objects.requireNonNull(listed.at("/plugins"))).hasSize(8);
            assertThat(listed.at("/plugins/1/id")).isEqualTo("camp");
            assertThat(listed.at("/plugins/1/terms"))
                    .isEqualTo(Map.of("contract", ContractVersion.CURRENT.toString(), "licence", "Apache-2.0"));
            assertThat(listed.at("/plugins/6/terms/licence")).isEqualTo("MIT");
            assertThat(listed.at("/setAside/1/terms/permissions")).isEqualTo(List.of("network"));
            assertThat(listed.at("/setAside/1/version")).isEqualTo("2.0");
            assertThat(listed.at("/setAside/0/jar")).isEqualTo("old.jar");
            assertThat((List<?>) Objects.requireNonNull(listed.at("/setAside/0/reasons")))
                    .isNotEmpty();
            assertThat(listed.body()).doesNotContain(jars.toString());
            assertThat(seen)
                    .contains(
                            "2 filer bruges ikke",
                            "old.jar",
                            "opretter forbindelse til andre maskiner",
                            "MIT",
                            "i brug",
                            "en del af Grundskema",
                            "<code>co-teaching</code>")
                    .doesNotContain(jars.toString());
            assertThat(PageClient.signedInAs(school.addPerson(Role.PLANNER))
                            .get(page)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
