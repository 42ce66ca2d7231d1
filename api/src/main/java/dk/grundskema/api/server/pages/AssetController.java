package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.Asset;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Styles and scripts of pages; browsers keep them for good, since another content has another address. */
@RestController
@Hidden // no part of what programs are offered
final class AssetController {
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @GetMapping("/assets/{digest}/{name}")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> showAsset(@PathVariable String digest, @PathVariable String name) {
        Asset asset =
                Asset.named(name).filter(one -> one.digest().equals(digest)).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .body(asset.content());
    }
}
