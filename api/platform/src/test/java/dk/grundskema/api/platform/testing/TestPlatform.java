package dk.grundskema.api.platform.testing;

import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.PersonPlanFinder;
import dk.grundskema.api.platform.account.PlanStaffDirectory;
import dk.grundskema.api.platform.http.ConcurrentChangeDescriber;
import dk.grundskema.api.platform.start.Application;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The platform with no feature that reaches a plan. */
public final class TestPlatform {
    private static final String SERVICE = "dk.grundskema.api.service.start.ServiceApplication";

    /** The application of these tests. */
    public static final Application APPLICATION = new Application(Features.class, List.of());

    private static final SharedServers SERVERS = new SharedServers(() -> APPLICATION);

    private TestPlatform() {}

    /** Returns the platform on a database, started on first use. */
    public static Server on(TestDatabase database) {
        return SERVERS.on(database);
    }

    /** Starts a separate platform on an empty database; the caller closes it. */
    public static Server start(TestDatabase database, Path folder) {
        return start(database.fresh(folder));
    }

    /** Starts a separate platform with these settings, by the clock of tests; the caller closes it. */
    public static Server start(ServiceSettings settings) {
        return SERVERS.start(settings);
    }

    /** Stands in for the beans that the service provides. */
    static class Features {
        @Bean
        static RecordReader recordReader() {
            return new RecordReader(Map.of());
        }

        @Bean
        static ConcurrentChangeDescriber concurrentChanges() {
            return change -> "";
        }

        @Bean
        static PlanStaffDirectory planStaff() {
            return organisation -> new PlanStaffDirectory.KnownStaff(List.of(), true);
        }

        @Bean
        static PersonPlanFinder personPlans() {
            return (organisation, person) -> Set.of();
        }
    }

    /** Takes files, which no operation of the platform does. */
    @RestController
    @ConditionalOnMissingClass(SERVICE)
    @RequestMapping("/api/v1")
    @Tag(name = "Uploads")
    static final class UploadController {
        @PostMapping("/organisations/{organisation}/imports")
        @RequiresPermission(Permission.PLAN)
        @Operation(operationId = "uploadFiles", summary = "Counts files.")
        String upload(@PathVariable OrganisationId organisation, @RequestPart List<MultipartFile> files) {
            return organisation.value() + files.size();
        }
    }
}
