package dk.grundskema.api.web;

import java.util.List;

/**
 * A sheet of codes to hand out: everybody gets the own one.
 *
 * @param plan  the plan's title
 * @param cards one for each, in the order in which they are printed
 */
public record CodeSheet(String plan, List<Card> cards) {
    /** Copies the list. */
    public CodeSheet {
        cards = List.copyOf(cards);
    }

    /**
     * A card.
     *
     * @param name    whose it is
     * @param address the address of the link's page
     */
    public record Card(String name, String address) {
        /** The address as people type it. */
        public String words() {
            return address.replaceFirst("^https?://", "");
        }
    }
}
