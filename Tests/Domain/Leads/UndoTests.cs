using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

public sealed class UndoTests
{
    private static readonly LeadCommand Undo = new LeadCommand.Undo();

    [Fact]
    public void An_acceptance_taken_back_leaves_the_lead_exactly_as_it_was() =>
        Assert.Equal(Offered, Accepted.When(Undo, Rosa, 12).ThenHappened(new LeadFact.DecisionUndone()));

    [Fact]
    public void A_rejection_taken_back_leaves_the_lead_exactly_as_it_was() =>
        Assert.Equal(Offered, Rejected.When(Undo, Rosa, 12).ThenHappened(new LeadFact.DecisionUndone()));

    [Fact]
    public void A_reservation_comes_back() =>
        Assert.Equal(Reserved, Reserved.Then(new LeadCommand.Accept(), Lena, 10).When(Undo, Lena, 12).ThenHappened(new LeadFact.DecisionUndone()));

    [Fact]
    public void What_came_in_meanwhile_is_kept()
    {
        var again = new Brief { Email = "ada@example.com", Score = 95 };

        var lead = Accepted.Then(new LeadCommand.Merge(again), Max, 11).When(Undo, Rosa, 12).ThenHappened(new LeadFact.DecisionUndone());

        Assert.Equal(Offered with { Brief = Whole with { Score = 95 } }, lead);
    }

    [Fact]
    public void At_the_last_instant_of_the_window_it_is_taken_back() =>
        Accepted.When(Undo, By(Rosa), Minute(10) + Pod.UndoWindow).ThenHappened(new LeadFact.DecisionUndone());

    [Fact]
    public void One_tick_later_it_is_too_late() =>
        Accepted.When(Undo, By(Rosa), Minute(10) + Pod.UndoWindow + Duration.FromTicks(1)).ThenRefused(new Refusal.UndoTooLate());

    [Fact]
    public void A_rejection_is_too_late_to_take_back_one_tick_after_the_window() =>
        Rejected.When(Undo, By(Rosa), Minute(10) + Pod.UndoWindow + Duration.FromTicks(1)).ThenRefused(new Refusal.UndoTooLate());

    [Fact]
    public void Nobody_takes_back_the_decision_of_another() => Accepted.When(Undo, Sam, 12).ThenRefused(new Refusal.UndoNotYours(Rosa.Id));

    [Fact]
    public void Not_even_the_sales_lead_does() => Rejected.When(Undo, Lena, 12).ThenRefused(new Refusal.UndoNotYours(Rosa.Id));

    [Fact]
    public void A_rep_who_has_left_takes_nothing_back() => Accepted.When(Undo, Rosa with { Active = false }, 12).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void After_first_contact_there_is_nothing_to_take_back() =>
        Accepted.Then(new LeadCommand.Contact(Minute(11)), Rosa, 11).When(Undo, Rosa, 12).ThenRefused(new Refusal.NothingToUndo());

    [Fact]
    public void After_marketing_replied_there_is_nothing_to_take_back() =>
        Rejected.Then(new LeadCommand.Comment("m-1"), Max, 11).When(Undo, Rosa, 12).ThenRefused(new Refusal.NothingToUndo());

    [Fact]
    public void After_the_lead_changed_hands_there_is_nothing_to_take_back() =>
        Accepted.Then(new LeadCommand.Reassign(Sam), Lena, 11).When(Undo, Rosa, 12).ThenRefused(new Refusal.NothingToUndo());

    [Fact]
    public void The_new_owner_did_not_decide_and_takes_nothing_back() =>
        Accepted.Then(new LeadCommand.Reassign(Sam), Lena, 11).When(Undo, Sam, 12).ThenRefused(new Refusal.NothingToUndo());

    [Fact]
    public void After_marketing_corrected_the_lead_there_is_nothing_to_take_back() =>
        Accepted.Then(new LeadCommand.Repair([new NamedValue("phone", "+44 20 7946 0001")]), Max, 11).When(Undo, Rosa, 12).ThenRefused(new Refusal.NothingToUndo());

    [Fact]
    public void Words_in_the_thread_leave_an_acceptance_free_to_be_taken_back() =>
        Assert.Equal(Offered, Accepted.Then(new LeadCommand.Comment("m-1"), Max, 11).When(Undo, Rosa, 12).ThenHappened(new LeadFact.DecisionUndone()));

    [Fact]
    public void The_same_decision_is_not_taken_back_twice() =>
        Accepted.Then(Undo, Rosa, 11).When(Undo, Rosa, 12).ThenRefused(new Refusal.NothingToUndo());

    [Fact]
    public void The_window_is_five_minutes() => Assert.Equal(Duration.FromMinutes(5), Pod.UndoWindow);
}
