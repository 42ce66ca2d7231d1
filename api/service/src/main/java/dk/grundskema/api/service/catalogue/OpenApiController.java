package dk.grundskema.api.service.catalogue;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ContentTag;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the OpenAPI document, which is generated at build time so that the start does not take longer. */
@RestController
@Tag(name = "Service")
final class OpenApiController {
    private static final String FILE = "/dk/grundskema/api/service/openapi.json";

    private final byte[] document;
    private final String tag;

    OpenApiController() {
        this.document = read();
        this.tag = ContentTag.tag(document);
    }

    private static byte[] read() {
        try (InputStream in = OpenApiController.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The description of the service (%s) is missing.\nMaybe it wasn't packed?".formatted(FILE));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole description; it changes only when the service does. */
    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.NONE)
    @Operation(operationId = "getOpenApi", summary = "This description of the service, as OpenAPI 3.1.")
    ResponseEntity<byte[]> get() {
        return ResponseEntity.ok().eTag(tag).body(document);
    }
}
