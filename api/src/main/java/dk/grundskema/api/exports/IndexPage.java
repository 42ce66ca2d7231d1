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
     * Sheets of one sort that belong together.
     *
     * @param name  what they have in common
     * @param links one for each sheet
     * @param all   file that has all of them
     */
    public record Part(String name, List<Link> links, String all) {
        /** Copies the list. */
        public Part {
            links = List.copyOf(links);
        }
    }

    /**
     * Sheets of one sort.
     *
     * @param key   key of the heading
     * @param links one for each sheet
     * @param all   file that has all of them; empty if there is none
     * @param parts those that are told apart further; empty if none are
     */
    public record LinkGroup(String key, List<Link> links, String all, List<Part> parts) {
        /** Copies the lists. */
        public LinkGroup {
            links = List.copyOf(links);
            parts = List.copyOf(parts);
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
        groups.add(new LinkGroup(key, links, all, List.of()));
    }

    void add(String key, List<Part> parts) {
        groups.add(new LinkGroup(key, List.of(), "", parts));
    }

    List<LinkGroup> groups() {
        return List.copyOf(groups);
    }
}
