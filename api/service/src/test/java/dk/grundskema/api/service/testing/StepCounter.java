package dk.grundskema.api.service.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;

/** Performs and counts a user's actions on a page: press, select, type, drop. */
public final class StepCounter {
    private final Page page;
    private int count;

    public StepCounter(Page page) {
        this.page = page;
    }

    /** Counts a custom action. */
    public void countOne() {
        count++;
    }

    public void press(AriaRole role, String name) {
        count++;
        Locator all = page.getByRole(role, new Page.GetByRoleOptions().setName(name));
        all.first().click();
    }

    /** Selects an option by its text. */
    public void select(String label, String what) {
        count++;
        page.getByLabel(label).first().selectOption(new SelectOption().setLabel(what));
    }

    public void type(String label, String text) {
        count++;
        page.getByLabel(label).first().fill(text);
    }

    /** Drops all files at once onto the page, as dragged from a folder. */
    public void drop(Map<String, String> files) {
        count++;
        page.waitForLoadState(); // nobody drags so fast that the page's scripts aren't there yet
        page.evaluate(
                """
                files => {
                    const transfer = new DataTransfer();
                    files.forEach(([name, text]) => transfer.items.add(new File([text], name)));
                    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
                }""",
                files.entrySet().stream()
                        .map(one -> java.util.List.of(one.getKey(), one.getValue()))
                        .toList());
    }

    /**
     * Drops a file onto the page that is made in the browser: to send a large one through its driver takes minutes.
     *
     * @param size size of the file in bytes
     */
    public void dropMadeFile(String name, int size) {
        count++;
        page.waitForLoadState();
        page.evaluate("""
                ([name, size]) => {
                    const transfer = new DataTransfer();
                    transfer.items.add(new File(['x'.repeat(size)], name));
                    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
                }""", java.util.List.of(name, size));
    }

    public void choose(String label, Map<String, String> files) {
        choose(
                page.getByLabel(label),
                files.entrySet().stream()
                        .map(one -> new FilePayload(one.getKey(), "text/csv", CampListFiles.bytes(one.getValue())))
                        .toArray(FilePayload[]::new));
    }

    /** Chooses files in a field after the scripts of its page have run; before, they would read the files twice. */
    public void choose(Locator field, FilePayload... files) {
        count++;
        field.waitFor();
        page.waitForLoadState();
        field.setInputFiles(files);
    }

    public int count() {
        return count;
    }
}
