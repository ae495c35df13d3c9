-- Kept items that order a review, found without reading every task of the register.

create index document_item_orders_review on document_item (document_id)
  where kind in ('event', 'task') and state in ('accepted', 'corrected', 'added')
    and coalesce(value ->> 'text', quote, '') ~* 'sơ kết|tổng kết';
