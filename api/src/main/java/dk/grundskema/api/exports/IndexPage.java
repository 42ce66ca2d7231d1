package dk.grundskema.api.exports;

import java.util.ArrayList;
import java.util.List;

/** What stands on the page that leads to all sheets. */
public final class IndexPage {
    private final List<LinkGroup> groups = new ArrayList<>();

    IndexPage() {}

    /**
     * A link.
     *
     * @param file  name of the file
     * @param label what it says
     */
    public record Link(String file, String label) {}

    /**
     * Sheets of one sort.
     *
     * @param key   key of the heading
     * @param links one for each sheet
     * @param all   file that has all of them; empty if there is none
     */
    public record LinkGroup(String key, List<Link> links, String all) {
        /** Copies the list. */
        public LinkGroup {
            links = List.copyOf(links);
        }
    }

    /**
     * How many there are of something.
     *
     * @param number how many
     * @param word   of what
     */
    public record Figure(int number, String word) {}

    void add(String key, List<Link> links, String all) {
        groups.add(new LinkGroup(key, links, all));
    }

    List<LinkGroup> groups() {
        return List.copyOf(groups);
    }
}
