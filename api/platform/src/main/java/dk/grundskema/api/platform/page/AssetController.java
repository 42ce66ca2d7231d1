package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves styles and scripts of pages. Responses are cacheable indefinitely because changed content has another address. */
@PageController
@Hidden // not part of the public API
final class AssetController {
    private static final Duration CACHE_LIFETIME = Duration.ofDays(365);

    @GetMapping("/assets/{digest}/{name}")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> showAsset(@PathVariable String digest, @PathVariable String name) {
        Asset asset = Asset.findByName(name)
                .filter(one -> one.digest().equals(digest))
                .orElseThrow(RefusalException::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHE_LIFETIME).cachePublic().immutable())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .body(asset.content());
    }
}
