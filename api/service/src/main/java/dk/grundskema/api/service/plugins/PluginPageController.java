package dk.grundskema.api.service.plugins;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.platform.page.PageRenderer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page on which administrators see the plugins of this installation. */
@PageController
@Hidden // not part of the REST API
final class PluginPageController {
    private final InstalledPluginReader plugins;
    private final RequestTexts requestTexts;
    private final LocalizedTemplates templates;

    PluginPageController(InstalledPluginReader plugins, RequestTexts requestTexts, PageRenderer pageRenderer) {
        this.plugins = plugins;
        this.requestTexts = requestTexts;
        this.templates = pageRenderer.templates(InstalledPlugins.class, "plugins");
    }

    @GetMapping("/organisations/{organisation}/plugins")
    @RequiresPermission(Permission.ADMINISTER)
    ResponseEntity<byte[]> showPlugins(@PathVariable OrganisationId organisation, HttpServletRequest request) {
        return templates.render(
                HttpStatus.OK,
                request,
                "plugins",
                PageHead.ofText("plugins").withStyle("plugins.css"),
                Map.of("organisation", organisation.value(), "installed", plugins.read(requestTexts.texts())));
    }
}
