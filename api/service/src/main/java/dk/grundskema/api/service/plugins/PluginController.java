package dk.grundskema.api.service.plugins;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RequestTexts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** REST operation on the plugins of this installation. */
@RestController
final class PluginController {
    private final InstalledPluginReader plugins;
    private final RequestTexts requestTexts;

    PluginController(InstalledPluginReader plugins, RequestTexts requestTexts) {
        this.plugins = plugins;
        this.requestTexts = requestTexts;
    }

    /** @param organisation organisation that the caller administers; the answer is the same for all */
    @GetMapping("/api/v1/organisations/{organisation}/plugins")
    @RequiresPermission(Permission.ADMINISTER)
    @Tag(name = "Catalogue")
    @Operation(
            operationId = "listInstalledPlugins",
            summary = "The plugins of this installation with version and origin, and the jars that are not used.")
    InstalledPlugins listInstalledPlugins(@PathVariable OrganisationId organisation) {
        return plugins.read(requestTexts.texts());
    }
}
