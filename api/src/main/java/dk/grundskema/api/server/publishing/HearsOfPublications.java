package dk.grundskema.api.server.publishing;

/** Does something about publications. Each room that does has one of these as a bean. */
public interface HearsOfPublications {
    /**
     * Notes what is to be done, as part of the publication's transaction, and takes no time for it.
     *
     * @param published what is published
     * @param isTold    whether the author wants people to be told
     */
    void published(Publication published, boolean isTold);
}
