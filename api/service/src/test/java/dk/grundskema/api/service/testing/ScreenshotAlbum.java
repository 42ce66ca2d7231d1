package dk.grundskema.api.service.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Stores pictures of pages during a test, if wanted.
 *
 * @param folder target folder, or null if no pictures are wanted
 * @param ending suffix of each file name: the language
 */
public record ScreenshotAlbum(Path folder, String ending) {
    public static ScreenshotAlbum none() {
        return new ScreenshotAlbum(null, "");
    }

    /** Returns whether pictures are wanted, so that pages need presentable content. */
    boolean isOpen() {
        return folder != null;
    }

    /** Stores the visible part of a page. */
    public void take(Page page, String name) {
        if (isOpen()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + ending + ".png")));
        }
    }
}
