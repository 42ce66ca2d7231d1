package dk.grundskema.api.service.archive;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST operations to write and read archives of plans. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Archives")
final class ArchiveController {
    private static final String ZIP = "application/zip";

    private final PlanArchiver archives;
    private final PlanViewFactory planViewFactory;

    ArchiveController(PlanArchiver archives, PlanViewFactory planViewFactory) {
        this.archives = archives;
        this.planViewFactory = planViewFactory;
    }

    @GetMapping(path = "/plans/{plan}/archive", produces = ZIP)
    @RequiresPermission(Permission.READ_STUDENTS)
    @Operation(operationId = "getArchive", summary = "All of a plan in one file: every revision with its documents.")
    ResponseEntity<byte[]> getArchive(@PathVariable PlanId plan) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plan.zip")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.parseMediaType(ZIP))
                .body(archives.createArchive(plan));
    }

    /** @param archive what getArchive gave, here or at another installation */
    @PostMapping("/organisations/{organisation}/archives")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "readArchive", summary = "Makes the plan that an archive is of, with all its revisions.")
    ResponseEntity<PlanView> readArchive(
            @PathVariable OrganisationId organisation,
            @RequestPart(required = false) @Nullable MultipartFile archive,
            Caller caller) {
        if (archive == null) {
            throw RefusalException.of(HttpStatus.BAD_REQUEST, "archive.not-sent");
        }
        try {
            Plan plan = archives.readArchive(organisation, archive.getBytes(), caller.account());
            return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
                    .eTag(VersionTag.tag(plan.version()))
                    .body(planViewFactory.view(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
