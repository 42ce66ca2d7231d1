package dk.grundskema.api.exports.sheet;

import java.util.ArrayList;
import java.util.List;

/** Content of the index page that links to all sheets. */
public final class IndexPage {
    private final List<LinkGroup> groups = new ArrayList<>();

    IndexPage() {}

    /**
     * A link.
     *
     * @param file  name of the file
     * @param label link text
     */
    public record Link(String file, String label) {}

    /**
     * A subgroup of sheets of one type.
     *
     * @param name  common property of its sheets
     * @param links one for each sheet
     * @param all   file that contains all of them
     */
    public record LinkSubgroup(String name, List<Link> links, String all) {
        /** Copies the list. */
        public LinkSubgroup {
            links = List.copyOf(links);
        }
    }

    /**
     * Sheets of one type.
     *
     * @param key   key of the heading
     * @param links one for each sheet
     * @param all   file that contains all of them; empty if there is none
     * @param parts subgroups; empty if there are none
     */
    public record LinkGroup(String key, List<Link> links, String all, List<LinkSubgroup> parts) {
        /** Copies the lists. */
        public LinkGroup {
            links = List.copyOf(links);
            parts = List.copyOf(parts);
        }
    }

    /**
     * A number with its unit.
     *
     * @param number the number
     * @param word   unit
     */
    public record Figure(int number, String word) {}

    void add(String key, List<Link> links, String all) {
        groups.add(new LinkGroup(key, links, all, List.of()));
    }

    void add(String key, List<LinkSubgroup> parts) {
        groups.add(new LinkGroup(key, List.of(), "", parts));
    }

    List<LinkGroup> groups() {
        return List.copyOf(groups);
    }
}
