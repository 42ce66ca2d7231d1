package dk.grundskema.api.service.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Where pictures of pages go while somebody walks through them, if anywhere.
 *
 * @param folder the folder, or null if no pictures are wanted
 * @param ending what stands at the end of each name: the language
 */
public record ScreenshotAlbum(Path folder, String ending) {
    public static ScreenshotAlbum none() {
        return new ScreenshotAlbum(null, "");
    }

    /** Whether somebody wants pictures, so that pages should have something to show. */
    boolean isOpen() {
        return folder != null;
    }

    /** What is seen of a page just now. */
    void take(Page page, String name) {
        if (isOpen()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + ending + ".png")));
        }
    }
}
