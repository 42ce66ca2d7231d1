package dk.grundskema.api.documents.fidelity;

import dk.grundskema.domain.fidelity.Ask;
import java.util.List;

/**
 * A fidelity report in words of one language, ready to be printed anywhere. Numbers are written with their units; what there is
 * nothing to say of is an empty text.
 *
 * @param headline how many asks are met, short and not planned
 * @param isMet    whether nothing is short
 * @param sections what is asked of each intervention, then what is asked of every plan
 * @param sources  the documents that are mentioned, each with its full name
 */
public record FidelityView(String headline, boolean isMet, List<Section> sections, List<String> sources) {
    /** Copies the lists. */
    public FidelityView {
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
    }

    /**
     * What is asked of one intervention, or of every plan.
     *
     * @param title      the intervention's title, or words for every plan
     * @param breakdowns the same line by line, such as class by class; empty means that the rows say it all
     * @param rows       what is asked, in order
     */
    public record Section(String title, List<BreakdownView> breakdowns, List<Row> rows) {
        /** Copies the lists. */
        public Section {
            breakdowns = List.copyOf(breakdowns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One thing that is asked.
     *
     * @param code     its stable code
     * @param status   what came of it
     * @param mark     the status as one character
     * @param name     what it is called
     * @param sentence what is asked
     * @param source   which document asks, in short, or that it is ours
     * @param chapter  which document asks where, and whether part of it is ours
     * @param ours     what in it is ours
     * @param asked    how much is asked
     * @param given    how much there is, or that it is not planned here
     * @param shortBy  how much is missing
     * @param gaps     where it is missing and why, alike ones together, most first
     */
    public record Row(
            String code,
            Ask.Status status,
            String mark,
            String name,
            String sentence,
            String source,
            String chapter,
            String ours,
            String asked,
            String given,
            String shortBy,
            List<Gap> gaps) {
        /** Copies the list. */
        public Row {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Places that fall short for the same reason.
     *
     * @param places  how many places
     * @param why     why, as a sentence; empty if each example has its own
     * @param where   the first of the places; with its own reason if {@code why} is not that of all
     * @param further how many places are not among them
     */
    public record Gap(int places, String why, List<String> where, int further) {
        /** Copies the list. */
        public Gap {
            where = List.copyOf(where);
        }
    }
}
