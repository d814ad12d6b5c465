var bkgis=(()=>{var wt=Object.defineProperty;var pe=Object.getOwnPropertyDescriptor;var ge=Object.getOwnPropertyNames;var be=Object.prototype.hasOwnProperty;var we=(s,t)=>{for(var e in t)wt(s,e,{get:t[e],enumerable:!0})},ye=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let i of ge(t))!be.call(s,i)&&
i!==e&&wt(s,i,{get:()=>t[i],enumerable:!(n=pe(t,i))||n.enumerable});return s};var xe=s=>ye(wt({},"__esModule",{value:!0}),s);var hs={};we(hs,{start:()=>ls});var tt=class{constructor(){this.followers=[]}text(t){let e=document.createTextNode("");return this.followers.push(n=>{let i=t(n);e.data!==i&&(e.data=i)}),e}attribute(t,e,n){
return this.followers.push(i=>{let o=n(i);t.getAttribute(e)!==o&&(o===null?t.removeAttribute(e):t.setAttribute(e,o))}),t}follow(t){this.followers.push(t)}show(t){
for(let e of this.followers)e(t)}};function u(s,t={},...e){let n=document.createElement(s);for(let[i,o]of Object.entries(t))typeof o=="function"?n.addEventListener(
i,o):o===!0?n.setAttribute(i,""):o!==!1&&o!==null&&o!==void 0&&n.setAttribute(i,o);return n.append(...e.flat().filter(i=>i!=null)),n}var ke="http://www.w3.org/2\
000/svg";function M(s,t,...e){let n=document.createElementNS(ke,s);for(let[i,o]of Object.entries(t))n.setAttribute(i,o);return n.append(...e),n}function A(s,...t){
let e=s.contains(document.activeElement)?document.activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),
n&&(s.scrollTop=n),e){let i=[...s.querySelectorAll("[data-key]")].find(o=>o.dataset.key===e);i||(s.tabIndex=-1),(i||s).focus({preventScroll:!0})}}function V(s){
let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function et(){return parseFloat(
getComputedStyle(document.documentElement).fontSize)}function T(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var O=1e5;function zt(s){let t=[],e=[0,0];for(let n=0,i=0;n<s.length;i^=1){let o=0,r=0,a;do a=s.charCodeAt(n++)-63,o|=(a&31)<<r,r+=5;while(a>=32);e[i]+=o&1?~(o>>
1):o>>1,t.push(e[i])}return t}var W=s=>s<0?~s:s;function ve(s,t){let e=[];for(let n of t){let i=s[W(n)],o=i.length-2;for(let r=e.length?2:0;r<=o;r+=2){let a=n<0?
o-r:r;e.push([i[a+1]/O,i[a]/O])}}return e}var Tt=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function yt(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[W(c)]+=1;let i=c=>c<0?Tt(s[~c],s[~c].length-2):Tt(s[c],0),o=c=>i(~c),r=new Map;for(let c of n){if(e[W(c)]!==1)continue;let l=i(c);r.has(l)||r.set(l,[]),r.get(
l).push(c)}let a=[];for(let c of r.values())for(;c.length;){let l=[c.pop()];for(let h=r.get(o(l[0]));h&&h.length;h=r.get(o(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function st(s,[t,e]){let n=!1;for(let i of s)for(let o=0,r=i.length-1;o<i.length;r=o++){let[a,c]=[i[o],i[r]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var R=T(({outline:s},{arcs:t})=>s.map(e=>ve(t,e))),D=T(({outline:s},{arcs:t})=>xt(s.flat().map(e=>t[W(e)])));function xt(s){let[t,e,
n,i]=[1/0,1/0,-1/0,-1/0];for(let o of s)for(let r=0;r<o.length;r+=2)o[r]<e&&(e=o[r]),o[r]>i&&(i=o[r]),o[r+1]<t&&(t=o[r+1]),o[r+1]>n&&(n=o[r+1]);return[[t/O,e/O],
[n/O,i/O]]}function It(s,t){let e=s.map(()=>[]);t.rings.forEach((i,o)=>{for(let r of i.flat())e[W(r)].push(o)});let n={commune:[],district:[],subregion:[],outline:[]};
return e.forEach((i,o)=>{let[r,a]=i,c=l=>l[r]!==l[a];i.length<2?n.outline.push(o):c(t.subregion)?n.subregion.push(o):n[c(t.district)?"district":"commune"].push(
o)}),n}function Bt(s){let t=s.communes.arcs.map(a=>zt(a)),{communes:e,districts:n,clusters:i}=s,o=(a,c)=>yt(t,e.rings.filter((l,h)=>a[h]===c)),r={...s,arcs:t,borders:It(
t,e),bounds:xt(t),communes:e.code.map((a,c)=>Object.freeze({code:a,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.subregion[c]??null,outline:e.
rings[c]})),subregions:s.subregions.map((a,c)=>Object.freeze({...a,outline:o(e.subregion,c)})),districts:n.code.map((a,c)=>Object.freeze({code:a,name:n.name[c],
subregion:n.subregion[c]??null,outline:o(e.district,c)})),clusters:i.id.map((a,c)=>Object.freeze({id:a,index:c,name:i.name[c],printed:i.printed[c],location:i.location[c],
district:i.district[c]??null,subregion:i.subregion[c]??null,unit:i.unit[c],communes:i.communes[c],method:i.methods[i.method[c]],latlng:i.x[c]===null?null:[i.y[c]/
O,i.x[c]/O],ha:i.ha.map(l=>l[c])}))};return r.tinted=r.subregions.length?r.subregions:[{tint:s.tint,outline:yt(t,e.rings)}],r.units={commune:r.communes,district:r.
districts,subregion:r.subregions}[r.level],Object.freeze(r)}var F=(s,t)=>s.name??s.label[t];function U(s,t){return{district:s.districts[t.district],subregion:s.
subregions[t.subregion]}}function S(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var H=s=>Math.round(s*1e6)/1e6;function E(s,t){let e=0;for(let n=0;n<
t.length;n++)e+=s.ha[n]*t[n];return H(e)}function nt({district:s,subregion:t}){return s===null&&t===null}function j(s,t,e){return t.district!==null?e.district===
t.district:t.subregion!==null?e.subregion===t.subregion:!0}function kt(s,t,e=[]){let n=t.map((r,a)=>a).filter(r=>t[r]),i=r=>{if(s&&s[r]!==null)return s[r];let a=e.
map(c=>c?c[r]:null);return a.length&&!a.includes(null)?a.reduce((c,l)=>c+l,0):null},o=n.map(i);return o.length&&!o.includes(null)?H(o.reduce((r,a)=>r+a,0)):null}
var Le=T(()=>new Map);function K(s,{by:t,alone:e}){let n=`${t} ${!!e}`,i=Le(s);return i.has(n)||i.set(n,$e(s,{by:t,alone:e})),i.get(n)}function $e(s,t){let e=S(
s,t),n=S(s,{...t,alone:!1}),i=()=>({clusters:0,hectares:0,covered:0,of:0,stated:null}),[o,r,a]=[s.districts.map(i),s.subregions.map(i),i()],c={commune:s.communes.
map(i),district:o,subregion:r}[s.level],l=({district:m,subregion:p},w)=>new Set([o[m],r[p],c[w],a]),h=(m,p,w)=>{for(let x of m)x&&(x[p]+=w)},d=new Set;for(let m of s.
clusters){let p=E(m,e);if(p>0){let w=l(m,m.unit);h(w,"clusters",1),h(w,"hectares",p)}E(m,n)>0&&d.add(m.unit)}s.units.forEach((m,p)=>{let w=s.level==="subregion"?
[c[p],a]:l(m,p);h(w,"of",1),d.has(p)&&h(w,"covered",1)});let b=m=>s.districts.filter(m).map(({code:p})=>s.stated.districts[p]);o.forEach((m,p)=>{m.stated=kt(s.stated.
districts[s.districts[p].code],e)}),r.forEach((m,p)=>{let w=b(({subregion:x})=>x===p);m.stated=kt(s.stated.subregions[s.subregions[p].id],e,w)}),a.stated=kt(s.stated.
province,e,b(()=>!0));for(let m of new Set([...o,...r,...c,a]))m.hectares=H(m.hectares);return{districts:o,subregions:r,units:c,whole:a}}function N(s,t){let{units:e}=K(
s,{by:t,alone:!1});return e.flatMap(({covered:n},i)=>n?[]:[i])}var Nt={disc:{largest:18,whole:640,most_painted:.3,least_growth:.7,most_growth:2.2,outline:1.75,gap:3.5,open:3.8,step:.3,halves:8,crowd:300},name:{beside:4,above:2,
corner:2,further:14,steps:13,ways:16,leader:8,all_up_to:60},area:{spots:12,around:3,vertices:100,width:2,clear:8},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA",
"#EFEAF6","#E6F1F2","#F5EFD2","#ECECEC"]};var{disc:v,name:P,area:z}=Nt;function G(s,t,e){let n=0;return s.map((i,o)=>(n+=i*t[o],e*Math.sqrt(n)))}var it={};function Wt(s){it=s}function f(s,t,e={}){if(!it[t])throw new Error(`words.toml has no '${t}' for the page`);return it[t][s].replace(/\{(\w+)\}/g,(n,i)=>String(
e[i]))}function J(s,t){return f(s,it[`placed ${t}`]?`placed ${t}`:"not placed")}var Se={vi:new Intl.NumberFormat("vi",{maximumFractionDigits:2}),en:new Intl.NumberFormat(
"en",{maximumFractionDigits:2})},Ee={vi:new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"2-digit",year:"numeric",timeZone:"UTC"}),en:new Intl.DateTimeFormat(
"en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"})};function $(s,t){return Se[s].format(t.toFixed(2))}function vt(s,t){return Ee[s].format(new Date(
t))}var Oe=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function ot(s){return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(
/đ/g,"d").replace(/[\s-]+/g," ").trim().replace(Oe,"$1$2i")}function Dt(s,t){let e=s==="vi"?";":",",n=i=>{if(typeof i=="number")return s==="vi"?String(i).replace(
".",","):String(i);let o=/^\s*[=+\-@\t\r]/.test(i)?`'${i}`:i;return/[",;\r\n]/.test(o)?`"${o.replace(/"/g,'""')}"`:o};return`\uFEFF${t.map(i=>i.map(n).join(e)).
join(`\r
`)}\r
`}var Pe=60,Ce=20;function Lt(s,t,e,n,i=1){let o=G(t,e,n),r=Math.max(o.at(-1),1)+i,a=o.map((c,l)=>({radius:c,p:l})).filter(({radius:c,p:l})=>c>(o[l-1]||0));return M(
"svg",{width:2*r,height:2*r,viewBox:`${-r} ${-r} ${2*r} ${2*r}`,"aria-hidden":"true"},...a.reverse().map(({radius:c,p:l})=>M("circle",{r:c,fill:s.phases[l].colour})))}
function rt(s,t){let{lang:e}=t,{number:n,date:i,issuer:o}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-decision"},`${f(e,"decision",{number:n,date:vt(
e,i)})}, ${o[e]}`)]}function Rt(s,{speak:t,table:e,print:n}){let i=(r,a,c,l={})=>u("button",{type:"button",class:"bk-button","data-key":r,click:c,...l},a),o=s===
"vi"?"en":"vi";return[i("lang",s==="vi"?"English":"Tiếng Việt",()=>t(o),{lang:o}),i("table",f(s,"data"),e),...["A4","A3"].map(r=>i(r.toLowerCase(),`${f(s,"p\
rint")} ${r}`,()=>n(r)))]}function Ae(s,t){let{lang:e,by:n}=t,i=s.units.length,o=s.levelWords[e],r=h=>h.map(d=>F(s.units[d],e)).join(", "),a=s.rules.filter(({every:h})=>h===
s.level).map(h=>{let d=N(s,h.by),b=d.length?"rule missed":"rule kept",m={...h,of:i,units:o,n:i-d.length,missing:r(d)};return{by:h.by,ok:!d.length,words:f(e,b,m)}}),
c=N(s,n);if(a.some(h=>h.by===n||h.ok&&h.by<n&&!c.length))return a;let l=c.length?f(e,"missing",{missing:r(c)}):"";return[...a,{by:n,ok:!c.length,words:f(e,"as o\
f",{by:n,of:i,units:o,n:i-c.length,rest:l})}]}function at(s,t){return Ae(s,t).map(({ok:e,words:n})=>u("p",{class:e?"bk-yes":"bk-no"},u("span",{class:"bk-mark","\
aria-hidden":"true"},e?"✓":"✗"),u("span",{},n)))}function Ft(s,t,e,{set:n,play:i}){let o=s.phases.map((a,c)=>{let l=b=>a.end===b.by,h=u("input",{type:"radio",
name:"bk-by",value:a.end,"data-key":`by${a.end}`,change:()=>n({by:a.end})});e.follow(b=>{h.checked=l(b)});let d=u("span",{class:"bk-dot",style:`--colour:${a.colour}`});
return e.attribute(u("label",{class:"bk-step"},h,e.attribute(d,"data-on",b=>String(S(s,b)[c])),u("span",{class:"bk-year"},String(a.end)),u("span",{class:"bk-lab\
el"},a.label[t])),"data-on",b=>l(b)?"1":null)}),r=u("input",{type:"checkbox","data-key":"alone",change:a=>n({alone:a.target.checked})});return e.follow(a=>{r.checked=
a.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},f(t,"timeline")),u("div",{class:"bk-track"},o)),u("div",{class:"bk-row"},u("button",{type:"button",class:"\
bk-button","data-key":"play",click:i},e.text(({playing:a})=>a?`❚❚ ${f(t,"pause")}`:`▶ ${f(t,"play")}`)),u("label",{class:"bk-check"},r,f(t,"one phase")))]}
function _e(s,t,e,{name:n,key:i,kind:o,rowOf:r,isOn:a,select:c}){let l=g=>r(K(s,g)),h=g=>g===null?"–":$(t,g),d=({stated:g,hectares:y})=>g!==null&&Math.abs(g-y)>
.005,b=o!==s.level,m=({covered:g,of:y})=>g===y,p=({covered:g,of:y})=>b?`${g}/${y}`:f(t,g?"yes":"no"),w=g=>u("td",{},e.text(y=>g(l(y)))),x=u("button",{type:"butt\
on","data-key":i,click:c},n);return e.attribute(u("tr",{class:`bk-${o}`},u("th",{scope:"row"},e.attribute(x,"aria-pressed",g=>String(a(g)))),w(({clusters:g})=>String(
g)),w(({hectares:g})=>h(g)),e.attribute(w(({stated:g})=>h(g)),"class",g=>d(l(g))?"bk-differs":null),e.attribute(w(p),"class",g=>m(l(g))?"bk-yes":"bk-no")),"data\
-on",g=>a(g)?"1":null)}function Ut(s,t,e,{select:n}){let i=[{name:f(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:nt,select:()=>n({})}],o=l=>s.districts.
forEach(({name:h,subregion:d},b)=>{d===l&&i.push({name:h,key:`d${b}`,kind:"district",rowOf:({districts:m})=>m[b],isOn:m=>m.district===b,select:()=>n({district:b})})});
s.subregions.forEach((l,h)=>{s.subregions.length>1&&i.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],isOn:d=>d.subregion===h,select:()=>n(
{subregion:h})}),o(h)}),o(null);let r=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>f(t,l?"covered by":"covered",{by:h}),c={covered:e.text(
a),clusters:f(t,"clusters column"),hectares:f(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${f(t,"summary")}: ${$t(s,l)}`)),u("thead",
{},u("tr",{},r.map(l=>u("th",{scope:"col"},c[l]||f(t,l))))),u("tbody",{},i.map(l=>_e(s,t,e,l))))}function $t(s,t){let e=s.phases.find(({end:n})=>n===t.by);return t.
alone?e.label[t.lang]:f(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function Y(s,t){let e=S(s,t);return s.clusters.filter(n=>E(n,e)>0&&j(s,t,n))}function X(s,t){
return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:f(t.lang,"whole")}function jt(s,t,{open:e,hover:n}){
let{lang:i}=t,o=S(s,t),r=Y(s,t),a=r.reduce((d,b)=>d+E(b,o),0),c=d=>u("li",{},u("button",{type:"button","data-key":`c${d.index}`,"aria-current":t.cluster===d.index?
"true":null,click:()=>e(d.index),focus:()=>n(d.index),blur:()=>n(-1),mouseenter:()=>n(d.index),mouseleave:()=>n(-1)},u("span",{class:"bk-glyph"},Lt(s,d.ha,o,1.6)),
u("span",{class:"bk-name"},d.name,d.latlng?null:` (${f(i,"not placed")})`),u("span",{class:"bk-ha"},`${$(i,E(d,o))} ha`))),l=r.length>Pe?r.slice(0,Ce):r,h=r.length-
l.length;return[u("h2",{},`${X(s,t)}: ${r.length} ${f(i,"clusters")}, ${$(i,a)} ha`),u("ul",{class:"bk-list"},l.map(c)),h>0?u("p",{},f(i,"more",{n:$(i,h)})):null]}
function ct(s,t){let{boundaries:e}=s;return[u("p",{},f(t,"indicative")),u("p",{},e.note[t]," ",f(t,"boundaries date",{date:vt(t,e.date)}),"."),u("p",{},`${f(t,"\
source")}: ${s.decision.number}; ${e.credit}.`)]}function Te(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:G([d],[1],e)[0]})),i=n[0].r,[o,r]=[i+1,2*i+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:b})=>{let m=r-2*
b;return c=Math.max(m,c+a),[M("circle",{cx:o,cy:r-b,r:b,fill:"none",stroke:"#1c2329","stroke-width":1.2}),M("path",{d:`M${o} ${m} L${o+i+6} ${c} H${o+i+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),M("text",{x:o+i+15,y:c+4,fill:"#1c2329"},`${$(t,d)} ha`)]}),h=Math.max(r+2,c+a/2+2);return M("svg",{class:"bk-circles",
width:o+i+70,height:h,"aria-hidden":"true"},...l)}function ze(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return M("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},M("circle",{r:14,fill:e.colour}),M("circle",{r:10,fill:t.colour}))}function lt(s,t,e){let{lang:n}=t,i=s.legend.map(o=>`${$(n,o)} ha`).join(
", ");return[u("ul",{class:"bk-phases"},s.phases.map(o=>u("li",{},u("span",{class:"bk-swatch bk-round",style:`--colour:${o.colour}`}),o.label[n]))),u("div",{class:"\
bk-sizes",role:"img","aria-label":`${f(n,"size")}: ${i}`},u("span",{},f(n,"size")),Te(s,n,e)),s.phases.length>1?u("p",{class:"bk-ring"},ze(s),u("span",{},f(n,"r\
ing"))):null,u("ul",{class:"bk-tints"},s.subregions.map(o=>u("li",{},u("span",{class:"bk-swatch",style:`--colour:${o.tint}`}),o.label[n]))),N(s,t.by).length?u("\
p",{class:"bk-missing"},f(n,`${s.level} without`)):null,nt(t)?null:u("p",{class:"bk-note"},f(n,"faded",{name:X(s,t)})),u("p",{class:"bk-note"},f(n,"indicative"))].
filter(Boolean)}var ut=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,state:{lang:n}}=this.page;for(let o of this.all||[])o.remove();this.layerBox=u("\
div"),this.legendBox=u("div");let i=()=>{this.page.select({}),e.fitWhole()};this.all=[L.control.zoom({position:"topleft",zoomInTitle:f(n,"zoom in"),zoomOutTitle:f(
n,"zoom out")}),ht("topleft","leaflet-bar bk-home",u("button",{type:"button",title:f(n,"view all"),"aria-label":f(n,"view all"),click:i},"⌂")),ht("topright","\
bk-card bk-layers",u("details",{},u("summary",{},f(n,"layers")),this.layerBox)),ht("bottomleft","bk-card bk-legend",u("details",{open:e.legendOpen,toggle:o=>{e.
legendOpen=o.target.open}},u("summary",{},f(n,"legend")),this.legendBox)),ht("bottomright","bk-north",Ie(f(n,"north"))),L.control.scale({position:"bottomright",
imperial:!1,maxWidth:140})];for(let o of this.all)o.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.all)return;let{layers:t,state:{lang:e}}=this.
page;A(this.layerBox,t.list(e).map(({key:n,label:i,on:o})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",checked:o,"data-key":`layer-${n}`,change:r=>t.
toggle(n,r.target.checked)}),i)))}renderLegend(){if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.legendBox.replaceChildren(...lt(t,e,n.scale()))}};
function ht(s,t,...e){let n=new L.Control({position:s});return n.onAdd=()=>{let i=u("div",{class:t},...e);return L.DomEvent.disableClickPropagation(i).disableScrollPropagation(
i),i},n}function Ie(s){return M("svg",{viewBox:"0 0 24 34",width:24,height:34,role:"img","aria-label":s},M("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2\
329"}),M("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"#ffffff",stroke:"#1c2329","stroke-width":1}),M("path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","str\
oke-width":1.6}))}function Gt(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(f(e,"and"))}function Be(s){return s.ha.findIndex(t=>t>0)}function qt(s,t,e){
let n=s.phases.map(()=>1),{district:i,subregion:o}=U(s,t),r=s.phases.map((l,h)=>({phase:l,p:h,ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("t\
r",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),u("td",{},f(e,h===Be(t)?"founding":"expansion")),u("td",{},`${$(
e,d)} ha`))),a=(l,h)=>[u("dt",{},f(e,l)),u("dd",{},h)],c=Gt(s,t,e);return u("div",{class:"bk-popup",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"\
-1"},Lt(s,t.ha,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},f(e,"area")),u("tbody",{},r),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},
f(e,"total")),u("td",{},`${$(e,E(t,n))} ha`)))),u("dl",{},i?a("district",i.name):null,o?a("subregion",o.label[e]):null,a("printed",t.printed),a("location",t.location),
a("place",c?`${c} (${J(e,t.method)})`:J(e,t.method)),a("annex row",t.id)),u("p",{class:"bk-note"},f(e,"indicative")))}function Zt(s,t,e,n){let{district:i,subregion:o}=U(
s,t),r=s.clusters.filter(({communes:c})=>c.includes(s.communes.indexOf(t))),a=s.phases.map(()=>1);return u("div",{class:"bk-popup"},u("h2",{},`${t.unit} ${t.name}`),
u("p",{},[i?.name,o?.label[e]].filter(Boolean).join("; ")),r.length?u("ul",{class:"bk-here"},r.map(c=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(
c.index)},`${c.name}: ${$(e,E(c,a))} ha`)))):null)}function Vt(s,t){let{lang:e}=t,n=S(s,t),i=[f(e,"annex row"),f(e,"name"),f(e,"printed"),f(e,"location"),f(e,"d\
istrict"),f(e,"subregion"),...s.phases.map(r=>`${r.label[e]} (ha)`),`${f(e,"total")} (ha)`,f(e,"place")],o=Y(s,t).map(r=>{let{district:a,subregion:c}=U(s,r),l=r.
ha.map((d,b)=>d*n[b]),h=Gt(s,r,e);return[r.id,r.name,r.printed,r.location,a?.name??"",c?.label[e]??"",...l,E(r,n),h?`${h}: ${J(e,r.method)}`:J(e,r.method)]});return[
i,...o]}var Mt=500;function Ht(s,t){let{lang:e}=t,[n,...i]=Vt(s,t),o=d=>u("td",{class:typeof d=="number"?"bk-number":null},typeof d=="number"?d?$(e,d):"–":d),
r=u("tbody"),a=0,c=u("button",{type:"button",class:"bk-button",click:()=>l()}),l=()=>{r.append(...i.slice(a,a+Mt).map(d=>u("tr",{},d.map(o)))),a=Math.min(i.length,
a+Mt),c.hidden=a===i.length,c.textContent=f(e,"more rows",{n:Math.min(Mt,i.length-a)})};l();let h=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},
u("header",{},u("h2",{id:"bk-table-title"},f(e,"data")),u("button",{type:"button",class:"bk-button",click:()=>Ne(s,t)},f(e,"download")),u("button",{type:"button",
class:"bk-button",click:()=>h.close()},f(e,"closed"))),u("p",{},f(e,"copied")),u("div",{class:"bk-scroll",tabindex:"0",role:"region","aria-labelledby":"bk-table\
-title"},u("table",{},u("thead",{},u("tr",{},n.map(d=>u("th",{scope:"col"},d)))),r),c));h.addEventListener("close",()=>h.remove()),document.body.append(h),h.showModal()}
function Ne(s,t){let e=Dt(t.lang,Vt(s,t)),n=u("a",{href:URL.createObjectURL(new Blob([e],{type:"text/csv;charset=utf-8"})),download:`ccn-${t.by}.csv`});n.click(),
setTimeout(()=>URL.revokeObjectURL(n.href),1e4)}var q=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null},paint(s){this.print=s,this.
_update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this._container.getContext(
"2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},_update(){if(this._map.
_animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.print?this.print.ratio:window.devicePixelRatio||
1;L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(t*s.y),this._container.style.
width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,ratio:e}=this;if(!t||
!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.height),t.setTransform(
e,0,0,e,-n.x*e,-n.y*e),!0}});var Z=2**20,We=.6,Jt=q.extend({options:{pane:"bkGround"},initialize(s,t){q.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=new Map},local(s){let t=new Float64Array(
s.length),e=256/360*Z;for(let n=0;n<s.length;n+=2){let i=Math.sin(s[n+1]/O*Math.PI/180);t[n]=(s[n]/O+180)*e-this.base.x*Z,t[n+1]=(.5-Math.log((1+i)/(1-i))/(4*Math.
PI))*256*Z-this.base.y*Z}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=We*Z/2**t,n=this.arcs.map(r=>De(r,e)),i=(r,a)=>Kt(r,n[a],!0),o=(r,a)=>(a.
forEach((c,l)=>Kt(r,n[W(c)],l===0,c<0)),r);this.paths.set(t,{fills:this.plan.tinted.map(({outline:r})=>r.reduce(o,new Path2D)),...Object.fromEntries(Object.entries(
this.plan.borders).map(([r,a])=>[r,a.reduce(i,new Path2D)]))})}return this.paths.get(t)},draw({blank:s=!1}={}){if(!this.begin(s))return;let t=this.context,e=this.
_map.getZoom(),n=this._map.getPixelOrigin(),i=2**e/Z;t.transform(i,0,0,i,this.base.x*2**e-n.x,this.base.y*2**e-n.y),t.lineJoin="round",t.lineCap="round";let o=this.
pathsAt(e),r=(h,d,b,m=[])=>{t.strokeStyle=d,t.lineWidth=b/i,t.setLineDash(m.map(p=>p/i)),t.stroke(h)},{subregions:a,districts:c,communes:l}=this.shows;a&&(t.globalAlpha=
this.opacity,o.fills.forEach((h,d)=>{t.fillStyle=this.plan.tinted[d].tint,t.fill(h,"evenodd")}),t.globalAlpha=1),l&&r(o.commune,a?"#ffffff":"#c3cad0",1.1),c&&r(
o.district,"#8a949c",1.2,[5,3]),a&&(r(o.subregion,"#4a545c",1.6),r(o.outline,"#4a545c",1.8))}});function De(s,t){let e=s.length-2,n=[s[0],s[1]],[i,o]=n;for(let r=2;r<=
e;r+=2)r<e&&Math.abs(s[r]-i)<t&&Math.abs(s[r+1]-o)<t||([i,o]=[s[r],s[r+1]],n.push(i,o));return n}function Kt(s,t,e,n=!1){let i=t.length-2;for(let o=0;o<=i;o+=2){
let r=n?i-o:o;o===0&&e?s.moveTo(t[r],t[r+1]):s.lineTo(t[r],t[r+1])}return s}function Yt([[s,t],[e,n]]){let i=[1,.5,.25,.1,.05].find(p=>(e-s)/p>=3)||.05,o=L.layerGroup(),
r={interactive:!1,color:"#2b6f77",weight:.7,opacity:.7},a=p=>Math.floor(p/i)*i,c=(p,w,x)=>{o.addLayer(L.polyline(p,r));let g=document.createElement("span");g.textContent=
w,o.addLayer(L.marker(x,{interactive:!1,keyboard:!1,icon:L.divIcon({className:"bk-degree",html:g,iconSize:null})}))},l=(p,w)=>{let x=Math.round(p*60);return`${Math.
floor(x/60)}°${String(x%60).padStart(2,"0")}′${w}`},[h,d]=[a(s),a(t)],[b,m]=[a(e)+i,a(n)+i];for(let p=d;p<=m+1e-9;p+=i)c([[h,p],[b,p]],l(p,"E"),[b,p]);for(let p=h;p<=
b+1e-9;p+=i)c([[p,d],[p,m]],l(p,"N"),[p,d]);return o}var Xt={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",graticule:"graticule"},
dt=class{constructor(t,e,{backdrop:n,clusters:i}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:i}),this.on=Object.fromEntries(Object.keys(Xt).map(o=>[o,
o!=="graticule"])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=Yt(this.plan.bounds));let n=t==="graticule"?this.graticule:this.foreign.
find(i=>i.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{clusters:t,subregions:e,districts:n,communes:i,labels:o,
districtNames:r}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:i},this.clusters.hidden=!t,this.clusters.names.shows={clusters:o,districts:r,communes:i},
this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,n],i)=>({key:`foreign${i}`,label:e,layer:n})),this.map.on("layeradd layerremove",
({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}showGround(){let t=this.foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.
hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=a=>a[0].toLocaleUpperCase("vi")+a.slice(1),{districts:n,subregions:i}=this.plan,o=[
...n.length?[]:["districts","districtNames"],...i.length?[]:["subregions"]];return[...Object.entries(Xt).filter(([a])=>!o.includes(a)).map(([a,c])=>({key:a,on:this.
on[a],label:e(f(t,c))})),...this.foreign.map(({key:a,label:c,layer:l})=>({key:a,on:this.map.hasLayer(l),label:l instanceof L.GridLayer?`${c} (${f(t,"network")})`:
c}))]}};var mt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e))}open(t,{focus:e=!0}={}){let{page:n}=this,
{map:i,plan:o}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,t===null)return;let r=o.clusters[t];E(r,S(o,n.state))||
n.set({by:o.phases[r.ha.findIndex(w=>w>0)].end});let{x:a,y:c,radii:l}=r.latlng?n.clusters.disc(r):{radii:[0]},h=r.latlng?i.layerPointToLatLng([a,c]):i.getCenter();
this.openedFromList=n.boxes.list.contains(document.activeElement);let d=n.view.isWide()?n.view.padding(10).paddingTopLeft[0]:60,b=qt(o,r,n.state.lang),m=Math.min(
24*n.view.rem,i.getSize().x-d-60),p=-Math.round(l.at(-1)||8);this.cluster=this.show(h,b,{maxWidth:m,minWidth:Math.min(18*n.view.rem,m),offset:[0,p],autoPanPaddingTopLeft:[
d,50]}),n.view.reveal(),e&&b.querySelector("h2").focus({preventScroll:!0})}name(t){let{plan:e,state:n}=this.page,i=e.communes.find(r=>L.latLngBounds(D(r,e)).contains(
t)&&st(R(r,e),[t.lat,t.lng]));if(!i)return;let o=Zt(e,i,n.lang,r=>this.page.set({cluster:r}));this.commune=this.show(t,o,{maxWidth:260})}show(t,e,n){let i=L.popup(
n).setLatLng(t).setContent(e).openOn(this.page.map);return i.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label",f(this.page.state.
lang,"closed")),i}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){
let{map:e,state:n,boxes:i}=this.page;if(t!==this.cluster||n.cluster===null||this.reopening)return;let o=t.getElement().contains(document.activeElement);this.page.
set({cluster:null});let r=i.list.querySelector(`[data-key="c${n.cluster}"]`);o&&(this.openedFromList&&r?r:e.getContainer()).focus({preventScroll:!0})}};var Re=60;function Fe(s,t){let{lang:e}=t,n=S(s,t),i=K(s,t),o=g=>g?$(e,H(g)):"–",r=g=>[...g.map((y,k)=>o(y*n[k])),o(g.reduce((y,k,C)=>y+k*n[C],0))],a=(g,y,k)=>u(
"tr",{class:g},u("th",{scope:"row"},y),r(k).map(C=>u("td",{},C))),c=g=>s.phases.map((y,k)=>g.reduce((C,I)=>C+I.ha[k],0)),l=Y(s,t),h=g=>`${g.id}. ${g.name}${g.latlng?
"":` (${f(e,"not placed")})`}`,d=g=>j(s,t,{...s.units[g],[s.level]:g}),b=g=>s.clusters.find(y=>y.unit===g)?.index??1/0,m=g=>l.filter(({unit:y})=>y===g),p=s.units.
map((g,y)=>y).filter(g=>m(g).length||s.level!=="commune"&&d(g)),w=g=>l.length>Re?[]:g.map(y=>a("bk-cluster",h(y),y.ha)),x=p.sort((g,y)=>b(g)-b(y)).flatMap(g=>{let y=i.
units[g].covered?"":` (${f(e,"no")})`;return[a("bk-district",F(s.units[g],e)+y,c(m(g))),...w(m(g))]});return u("table",{},u("caption",{},`${X(s,t)}: ${f(e,"size").
toLocaleLowerCase(e)}, ${$t(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},f(e,s.level)),s.phases.map(g=>u("th",{scope:"col"},g.id)),u("th",{scope:"col"},f(
e,"total")))),u("tbody",{},x,w(m(null)),a("bk-total",f(e,"total"),c(l))))}function Qt(s,t,e){return[u("div",{class:"bk-sheet-column"},rt(s,t),at(s,t),Fe(s,t),u(
"footer",{},ct(s,t.lang))),u("div",{class:"bk-sheet-legend"},lt(s,t,e))]}function te({map:s,whole:t,sheet:e,parts:n,paint:i}){let o=null,r=u("style");document.head.
append(r);let a=document.documentElement,c=l=>{r.textContent=`@page { size: ${l} landscape; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener(
"beforeprint",()=>{if(o)return;let l=s.getBounds();o={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,
pan:!1});let h=l.contains(t())?[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),i(a.dataset.paper===
"A3"?{ratio:3,text:1.4}:{ratio:4,text:1}),e.replaceChildren(...n())}),window.addEventListener("afterprint",()=>{o&&(a.classList.remove("bk-printing"),e.replaceChildren(),
i(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(o.center,o.zoom,{animate:!1}),o=null)}),l=>{c(l),window.print()}}var Ue=T(s=>{let t=(e,n,i,o,r=[])=>({kind:e,item:n,index:i,keys:o.map(ot),places:r.map(ot)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],
e.communes.map(i=>s.communes[i].name))),...s.districts.map((e,n)=>t("district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`]))]});
function je(s,t,e=12){let n=ot(t).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"");if(!n)return[];let i=({keys:o})=>o.includes(n)?0:o.some(r=>r.startsWith(n))?1:o.
some(r=>` ${r}`.includes(` ${n}`))?2:o.some(r=>r.includes(n))?3:4;return Ue(s).filter(({keys:o,places:r})=>[...o,...r].some(a=>a.includes(n))).map(o=>({...o,rank:i(
o)})).sort((o,r)=>o.rank-r.rank).slice(0,e)}function ee(s,t,e){let n=u("ul",{id:"bk-found",role:"listbox","aria-label":f(t,"search"),hidden:!0}),i=u("span",{class:"\
bk-unseen",role:"status"}),o=[],r=-1,a=u("input",{type:"search",id:"bk-query",role:"combobox","aria-expanded":"false","aria-controls":"bk-found","aria-autocompl\
ete":"list","aria-label":f(t,"search"),placeholder:f(t,"search"),autocomplete:"off","data-key":"search"}),c=m=>{a.value=m.item.name,h([]),e(m)},l=({kind:m,item:p})=>m===
"district"?f(t,"district"):[m==="cluster"?f(t,"cluster"):p.unit,U(s,p).district?.name].filter(Boolean).join(", ");function h(m){o=m,r=m.length?0:-1,n.replaceChildren(
...m.map((p,w)=>u("li",{id:`bk-found-${w}`,role:"option","aria-selected":String(w===r),mousedown:x=>{x.preventDefault(),c(p)}},u("strong",{},p.item.name),u("sma\
ll",{},l(p))))),n.hidden=!m.length,a.setAttribute("aria-expanded",String(!!m.length)),d()}function d(){[...n.children].forEach((m,p)=>m.setAttribute("aria-selec\
ted",String(p===r))),r>=0?a.setAttribute("aria-activedescendant",`bk-found-${r}`):a.removeAttribute("aria-activedescendant"),n.children[r]&&n.children[r].scrollIntoView(
{block:"nearest"})}a.addEventListener("input",()=>{h(je(s,a.value));let m=a.value.trim()&&!o.length;i.textContent=m?f(t,"none found"):o.length?f(t,"found",{n:o.
length}):"",b.dataset.none=m?f(t,"none found"):""}),a.addEventListener("keydown",m=>{if(m.key==="ArrowDown"||m.key==="ArrowUp"){m.preventDefault();let p=m.key===
"ArrowDown"?1:-1;o.length&&(r=(r+p+o.length)%o.length),d()}else m.key==="Enter"&&o[r]?(m.preventDefault(),c(o[r])):m.key==="Escape"&&h([]);m.stopPropagation()}),
a.addEventListener("blur",()=>h([]));let b=u("div",{class:"bk-search",role:"search"},a,n,i);return b}function se(s){return{by:s.by,alone:!1,lang:s.lang,district:null,subregion:null,cluster:null,playing:!1}}function ne(s,t){let e=se(s),n=new URLSearchParams;return t.
by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.district!==null&&n.set("district",s.districts[t.district].code),
t.subregion!==null&&n.set("subregion",s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),n.toString()}function St(s,t){let e=new URLSearchParams(
t.replace(/^#/,"")),n=se(s),i=(r,a,c)=>{let l=r.findIndex(h=>h[a]===e.get(c));return l<0?null:l},o=Number(e.get("by"));return s.phases.some(r=>r.end===o)&&(n.by=
o),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang")),n.alone=e.get("alone")==="1",n.district=i(s.districts,"code","district"),n.subregion=n.district===
null?i(s.subregions,"id","subregion"):null,n.cluster=i(s.clusters,"id","cluster"),n}var Et="#1c2329",Ge="#ffffff",qe=4;function Ot(s,t,e){for(let n of[!0,!1]){let i=t.filter(o=>o.dim===n);Ze(s,i.filter(({x:o,y:r,r:a,anchor:c})=>Math.hypot(o-c[0],
r-c[1])>=a),n);for(let o of i)Pt(s,o,e)}}function Ze(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=Et,s.fillStyle=Et,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:i,
anchor:o}of t)s.moveTo(n,i),s.lineTo(...o);s.stroke(),s.beginPath();for(let[n,i]of new Map(t.map(({point:o,anchor:r})=>[o,r])).values())s.moveTo(n+2.2,i),s.arc(
n,i,2.2,0,2*Math.PI);s.fill()}function Pt(s,{x:t,y:e,r:n,radii:i,dim:o},r,a=!1){let c=(l,h)=>{s.fillStyle=h,s.beginPath(),s.arc(t,e,l,0,2*Math.PI),s.fill()};s.globalAlpha=
o&&!a?.22:1,a&&c(n+4,Et),(a||n>qe)&&c(n+(a?1.5:v.outline),Ge);for(let l=i.length-1;l>=0;l--)i[l]>(i[l-1]||0)&&c(i[l],r[l].colour);s.globalAlpha=1}var Ve=Math.PI*(3-Math.sqrt(5)),ie=64,He=1-1e-6;function re(s,t,e=s.length>v.crowd){let[n,i]=[v.gap*t,v.open*t],o=new Map,r=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
o.has(d)||o.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let b=o.get(d);return b.discs+=1,b}),a=[];for(let l of o.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:i-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:b,r:m}]=[r[l],s[l]],p=h.discs>1?m+i:0,w=_=>p+v.step*
(m+n)*Math.sqrt(Math.max(_-1,0)),x=(_,B)=>{let Q=_<2?Math.PI*(1-_):Ve*_;return{x:d+B*Math.cos(Q),y:b-B*Math.sin(Q),r:m}},g=(_,B)=>B.every(Q=>Ke(_,Q,n)),y=[],k=h.
next;for(;(k-h.next)%ie===0&&(y=oe(h,w(k),w(k+ie),m+n)),!g(x(k,w(k)),y);k++);h.discs>1&&(h.next=k);let[C,I]=[p,w(k)];y=I>C?oe(h,C,I,m+n):[];for(let _=0;I>C&&_<v.
halves;_++){let B=(C+I)/2;g(x(k,B),y)?I=B:C=B}c[l]=x(k,I),h.standing.push(c[l])}return c}function oe({x:s,y:t,standing:e},n,i,o){return e.filter(r=>{let a=Math.
sqrt((r.x-s)**2+(r.y-t)**2);return a<i+o+r.r&&a>n-o-r.r}).reverse()}var Ke=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(He*(s.r+t.r+e))**2,ft=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#t([t,e,n,i]){for(let o=Math.floor(t/this.cell);o<=Math.floor(n/this.cell);o++)for(let r=Math.floor(e/this.cell);r<=
Math.floor(i/this.cell);r++)yield o*65536+r}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))for(let{box:n,disc:i}of this.cells.get(e)||[]){if(t[0]>=n[2]||t[2]<=n[0]||t[1]>=n[3]||t[3]<=n[1])continue;if(!i)return!0;let o=Math.min(
Math.max(i.x,t[0]),t[2]),r=Math.min(Math.max(i.y,t[1]),t[3]);if(Math.hypot(o-i.x,r-i.y)<i.r)return!0}return!1}add(t,e=null){for(let n of this.#t(t))this.cells.has(
n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,y:e,r:n},i=0){let o=n+i;this.add([t-o,e-o,t+o,e+o],{x:t,y:e,r:o})}};function ae(s,t,e,{
paper:n=!1}={}){return s.map(i=>{let o=Je(i,e),r=c=>c.find(l=>!t.hits(l))??null,a=r(o);return!a&&n&&s.length<=P.all_up_to&&(a=r(Ye(i,e))??o[0]),a&&t.add(a),a})}
function Je({x:s,y:t,r:e,width:n,height:i},o){let[r,a]=[e+P.beside*o,e+P.above*o],c=e*.7071+P.corner*o;return[[s+r,t-i/2],[s-n/2,t+a],[s-r-n,t-i/2],[s-n/2,t-a-i],
[s+c,t+c],[s+c,t-c-i],[s-c-n,t+c],[s-c-n,t-c-i]].map(([h,d])=>[h,d,h+n,d+i])}function Ye({x:s,y:t,r:e,width:n,height:i},o){return Array.from({length:P.steps*P.ways},
(r,a)=>{let c=e+P.further*(1+Math.floor(a/P.ways))*o,l=2*Math.PI*(a%P.ways)/P.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+i/2)-i/2;return[h,d,h+n,d+i]})}
function ce({x:s,y:t,r:e},[n,i,o,r],a){let[c,l]=[Math.min(Math.max(s,n),o),Math.min(Math.max(t,i),r)],h=Math.hypot(c-s,l-t);if(h<=e+P.leader*a)return null;let d=e/
h;return[[s+(c-s)*d,t+(l-t)*d],[c,l]]}function le(s,[[t,e],[n,i]],{shrink:o=1,around:r=!1}={}){let a=Math.ceil(s.flat().length/z.vertices),c=s.map(b=>b.filter((m,p)=>p%
a===0)),l=c.flat(),h=r?z.around:0,d=[];for(let b=1;b<z.spots;b++){let m=Array.from({length:z.spots-1+2*h},(p,w)=>{let x=[t+(n-t)*(b/z.spots),e+(i-e)*((w+1-h)/z.
spots)];return{at:x,within:st(c,x)}});for(let[p,{at:w,within:x}]of m.entries()){if(!m.slice(Math.max(0,p-h),p+h+1).some(y=>y.within))continue;let g=Math.min(...l.
map(([y,k])=>Math.hypot((w[1]-k)*o/z.width,w[0]-y)));d.push({at:w,within:x,clear:Math.floor((x?g:-g)*1e6+.5)})}}return d.sort((b,m)=>m.clear-b.clear)}function he(s,[
t,e],n,i,{always:o=!1}={}){let r=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=z.clear*i,c=([h,d,b,m],p)=>s[p].within&&!n.hits([h-a,d-a,b+a,m+a]),l=r.find(c)??
r.find(h=>!n.hits(h))??(o?r.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var Xe="#1c2329",Ct="#56616a",Qe="#a3261b",pt="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",ts=400,es=30,ss=.9,ns=T((s,t,e)=>{let n=D(
s,t);return le(R(s,t),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:e})}),gt=class{constructor(t){this.layer=t,this.shows={clusters:!0,districts:!0,communes:!0},
this.scale=et()/14,this.widths=new Map}draw(t,e){let{layer:{plan:n,view:{missing:i,lang:o},_map:r,zoomOfWhole:a},shows:c}=this,l=new ft(this.frame());for(let w of t)
l.addDisc(w,v.outline);let h=`600 ${this.size(11.5)}px ${pt}`,d=w=>F(w,o).toLocaleUpperCase("vi"),b=i.length>es||n.level==="district"&&!c.districts?[]:i.map(w=>n.
units[w]),m=c.districts?n.districts.filter(w=>!b.includes(w)):[];this.drawUnits(b,w=>`✗ ${d(w)}`,h,l,Qe,{around:!0,always:!0});let p=new Set(e?[e]:[]);if(c.clusters)
for(let w of t.filter(({dim:x})=>!x).slice(0,ts))p.add(w);this.drawLabels([...p].map(w=>({...w,...this.label(w,w===e)})),l),this.drawUnits(m,d,h,l,Ct,{around:!0}),
c.communes&&r.getZoom()>a+ss&&this.drawUnits(n.communes,({name:w})=>w,`400 ${this.size(11)}px ${pt}`,l,Ct)}frame(){let{print:t,_map:e,_bounds:{min:n,max:i}}=this.
layer;if(!t)return[n.x,n.y,i.x,i.y];let[o,r]=[[0,0],e.getSize()].map(a=>e.containerPointToLayerPoint(a));return[o.x,o.y,r.x,r.y]}drawLabels(t,e){let{print:n,context:i}=this.
layer;ae(t,e,this.size(1),{paper:!!n}).forEach((o,r)=>{if(!o)return;let a=ce(t[r],o,this.size(1));a&&(i.strokeStyle=Ct,i.lineWidth=this.size(1),i.beginPath(),i.
moveTo(...a[0]),i.lineTo(...a[1]),i.stroke());let{lines:c,lineHeight:l}=t[r];c.forEach(([h,d],b)=>this.text(h,o[0],o[1]+l*b,d,Xe))})}size(t){let{print:e}=this.layer;
return t*(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:i,lang:o}}=this.layer,r=this.size(12.5),a=[[t.name,`${e?700:500} ${r}px ${pt}`]];
if(n){let h=t.ha.filter((d,b)=>d*i[b]>0).map(d=>$(o,d));a.push([h.join(" + "),`400 ${r-1.5}px ${pt}`])}let c=r*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,
d)));return{lines:a,lineHeight:c,width:l,height:c*a.length}}drawUnits(t,e,n,i,o,{around:r=!1,always:a=!1}={}){let{plan:c,_map:l}=this.layer,h=l.getBounds(),[d,b]=[
2,this.size(15)];for(let m of t.filter(p=>h.intersects(D(p,c)))){let p=e(m),w=[this.widthOf(p,n)+2*d,b],x=ns(m,c,r).map(({at:y,within:k})=>({...l.latLngToLayerPoint(
y),within:k})),g=he(x,w,i,this.size(1),{always:a});g&&this.text(p,g[0]+d,g[1],n,o)}}text(t,e,n,i,o){let r=this.layer.context;r.font=i,r.textBaseline="top",r.lineJoin=
"round",r.lineWidth=4,r.strokeStyle="rgba(255,255,255,0.92)",r.strokeText(t,e,n),r.fillStyle=o,r.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.widths.has(n)||
(this.layer.context.font=e,this.widths.set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var is=12,ue=12,me=q.extend({options:{pane:"bkClusters"},initialize(s,t){q.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],lang:"vi"},this.isCrowd=s.clusters.length>v.crowd,this.hidden=!1,this.active=-1,this.names=new gt(this),this.named=!1,this.pictures=new Map;
let[e,n]=s.bounds.map(de);this.zoomOfWhole=Math.log2(v.whole/Math.max(n.x-e.x,e.y-n.y)),this.order=s.clusters.filter(({latlng:o})=>o).sort((o,r)=>At(r)-At(o)||o.
index-r.index);let i=new Map;this.points=s.clusters.map(({latlng:o})=>(i.has(String(o))||i.set(String(o),o&&de(o)),i.get(String(o))))},setView(s){Object.assign(
this.view,s),this._map&&this.draw()},scale(){let s=this._map.getZoom()-this.zoomOfWhole,t=Math.min(v.most_growth,Math.max(v.least_growth,2**(s/2)));return Math.
min(this.plan.scale*t,this.plan.crowd*2**s)},offsets(s,t){let e=this.order.length>v.crowd?1:2**s/t;if(this.away?.units===e)return this.away;let n=this.order.map(
i=>{let{x:o,y:r}=this.points[i.index];return{x:o*e,y:r*e,r:Math.sqrt(At(i))}});return this.away=[],this.away.units=e,re(n,1/this.plan.scale).forEach(({x:i,y:o},r)=>{
this.away[this.order[r].index]=[i-n[r].x,o-n[r].y]}),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),i=this.scale()){let o=this.
points[s.index],r=this.offsets(e,i)[s.index],a=2**e,[c,l]=[o.x*a-n.x,o.y*a-n.y],h=G(s.ha,t,i);return{x:c+r[0]*i,y:l+r[1]*i,r:h.at(-1),radii:h,anchor:[c,l],point:o}},
at(s){let t=null,e=1/0;for(let n of this.hidden?[]:this.order){let{x:i,y:o,r}=this.disc(n);if(!r)continue;let a=Math.hypot(s.x-i,s.y-o);a<=Math.max(r,is)&&a/r<e&&
(t=n,e=a/r)}return t},draw({blank:s=!1}={}){if(s&&this.pictures.clear(),!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(this.view.
weights),{min:n}=this._bounds,i=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,i.x,i.y):Ot(this.context,t,this.plan.phases);let o=t.find(({cluster:r})=>r.
index===this.active);o&&Pt(this.context,o,this.plan.phases,!0),this.drawn={discs:t,active:o},this.print||this.named&&!e?this.names.draw(t,o):this.named&&this.nameLater()},
drawSoon(){this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=V(()=>{this.named=!0,this.context&&(this.
names.draw(this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s){let{min:t,max:e}=this._bounds,n=this._map.getZoom(),
i=this._map.getPixelOrigin(),o=this.scale(),r=[];for(let a of this.order){let c=this.disc(a,s,n,i,o),{x:l,y:h,r:d}=c;!d||l+d<t.x||l-d>e.x||h+d<t.y||h-d>e.y||(c.
cluster=a,c.dim=!this.view.selected(a),r.push(c))}return r},picture(s){let t=`${s} ${this.view.selection}`;if(this.pictures.has(t))return this.pictures.get(t);let e={
discs:this.discs(s),canvas:null};if(e.discs.length<=v.crowd||this.print)return e;e.canvas=document.createElement("canvas"),e.canvas.width=this._container.width,
e.canvas.height=this._container.height;let n=e.canvas.getContext("2d");return n.setTransform(this.context.getTransform()),Ot(n,e.discs,this.plan.phases),s.every(
Number.isInteger)&&this.pictures.size<ue&&this.pictures.set(t,e),e},foresee(){let{phases:s}=this.plan,e=s.map(({end:i})=>s.map(o=>+(o.end<=i))).find(i=>!this.pictures.
has(`${i} ${this.view.selection}`));if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=ue)return;let{canvas:n}=this.picture(e);n&&(n.getContext("2\
d").getImageData(0,0,1,1),this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),At=s=>E(s,s.ha.map(()=>1)),de=s=>L.
CRS.EPSG3857.latLngToPoint(L.latLng(s),0);var os=350,rs=760,bt=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=et(),this.still=window.matchMedia("(prefers-reduced-motion: reduce)");for(let[i,o]of[
["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(i).style,{zIndex:o,pointerEvents:"none"});t.attributionControl.setPrefix("Leaflet"),this.legendOpen=
this.isWide(),this.backdrop=new Jt(e),this.clusters=new me(e),this.fitWhole(!1),t.setMinZoom(t.getZoom()-1.5),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8)),this.
backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}isWide(){return this.map.getSize().x>rs}padding(t){let e=this.isWide()&&this.legendOpen?this.rem*
16:0;return{paddingTopLeft:[t+e,t],paddingBottomRight:[t,t]}}boundsOf(t){return t?D(t,this.plan):this.plan.bounds}fitWhole(t=!0){this.map.fitBounds(this.plan.bounds,
{...this.padding(8),animate:t})}zoomTo(t,e=!this.still.matches){t?e?this.map.flyToBounds(this.boundsOf(t),{...this.padding(24),duration:.6}):this.map.fitBounds(
this.boundsOf(t),{...this.padding(24),animate:e}):this.fitWhole(e)}zoomToCommune(t){this.map.fitBounds(this.boundsOf(t),{...this.padding(60),maxZoom:12,animate:!this.
still.matches})}reveal(){let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();t>=0&&e<=window.innerHeight||this.map.getContainer().scrollIntoView(
{block:"nearest",behavior:this.still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),this.outlined=t&&L.polygon(R(t,this.plan),{interactive:!1,fill:!1,
color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.active=t,this.clusters.drawSoon())}show({weights:t,...e},n){cancelAnimationFrame(
this.frame);let i=n||this.still.matches;this.clusters.setView(i?{weights:t,...e}:e),i||this.grow(t)}grow(t){let e=this.clusters.view.weights;if(t.every((o,r)=>o===
e[r]))return;let n=performance.now(),i=o=>{let r=Math.min(1,Math.max(0,(o-n)/os));this.clusters.setView({weights:t.map((a,c)=>e[c]+(a-e[c])*r)}),r<1&&(this.frame=
requestAnimationFrame(i))};this.frame=requestAnimationFrame(i)}paint(t,e){this.show(e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var as=1600,cs=["head","verdict","timeline","tools","search","summary","list","source","sheet"],_t=class{constructor(t){this.map=t,this.plan=Bt(JSON.parse(document.
getElementById("bk-plan").textContent)),Wt(this.plan.words),this.state=St(this.plan,location.hash),this.boxes=Object.fromEntries(cs.map(e=>[e,document.getElementById(
`bk-${e}`)])),this.view=new bt(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new dt(t,this.plan,this.view),this.controls=new ut(this),this.
popups=new mt(this),this.print=te({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,parts:()=>Qt(this.plan,this.state,
this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.selectedUnit()&&this.zoomToSelection(!1),this.ready=new Promise(e=>{V(()=>{
this.renderWords(),this.show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),e()})})}listen(){let{map:t,
view:e}=this;t.on("click",({layerPoint:n,latlng:i})=>{let o=this.clusters.at(n);o?this.set({cluster:o.index}):this.popups.name(i)}),t.on("mousemove",({layerPoint:n})=>{
if(t.dragging.moving())return;let i=this.clusters.at(n);t.getContainer().style.cursor=i?"pointer":"",e.highlight(i?i.index:-1)}),t.on("mouseout",()=>e.highlight(
-1)),t.on("zoomend",()=>this.controls.renderLegend()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(this.timer),this.state={...this.state,...St(
this.plan,new URL(n).hash)},this.renderWords(),this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener("keydown",n=>{
n.key==="Escape"&&!n.target.closest("dialog")&&t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.
metaKey)&&(n.key==="ArrowRight"?this.step(1):n.key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},t.lang&&t.lang!==e.lang&&this.
renderWords(),fe(this.plan,e)!==fe(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster&&this.popups.open(t.cluster)}select({
district:t=null,subregion:e=null}){let{state:n}=this,i=n.district===t&&n.subregion===e;this.set(i?{district:null,subregion:null}:{district:t,subregion:e}),this.
zoomToSelection(),this.view.reveal()}selectedUnit({district:t,subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.plan.subregions[e]||null}zoomToSelection(t){
this.view.zoomTo(this.selectedUnit(),t)}step(t){let e=this.plan.phases.map(i=>i.end),n=e[e.indexOf(this.state.by)+t];n!==void 0&&this.set({by:n})}play(){if(this.
state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.set({playing:!0,by:t[0]}),this.timer=setInterval(
()=>{this.state.by===t.at(-1)?this.play():this.step(1)},as)}found({kind:t,item:e,index:n}){t==="district"?(this.set({district:n,subregion:null}),this.zoomToSelection()):
t==="cluster"?this.set({district:null,subregion:null,cluster:n}):(this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.boundsOf(e)).getCenter()),
this.view.outline(e))}shown(){let{plan:t,state:e}=this;return{weights:S(t,e),selected:n=>j(t,e,n),selection:`${e.district} ${e.subregion}`,missing:N(t,e.by),lang:e.
lang}}show({instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.show(this.shown(),t||e),t||!e?this.showPanel():this.
ready=this.showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{V(()=>{this.later=null,this.showPanel(),t()})}),this.later}showPanel(){let{plan:t,
state:e,boxes:n}=this;A(n.verdict,at(t,e)),this.live?.show(e),A(n.list,jt(t,e,{open:i=>this.set({cluster:i}),hover:i=>this.view.highlight(i)}));try{let i=ne(t,e);
history.replaceState(null,"",i?`#${i}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:i}=e;document.documentElement.
lang=i,document.title=t.title[i];let o=this.map.getContainer();o.setAttribute("role","region"),o.setAttribute("aria-label",f(i,"map")),this.live=new tt,A(n.head,
rt(t,e)),A(n.tools,Rt(i,{speak:r=>this.set({lang:r}),table:()=>Ht(t,this.state),print:this.print})),A(n.timeline,Ft(t,i,this.live,{set:r=>this.set(r),play:()=>this.
play()})),A(n.summary,Ut(t,i,this.live,{select:r=>this.select(r)})),this.live.show(e),A(n.search,ee(t,i,r=>this.found(r))),A(n.source,ct(t,i)),this.controls.render(),
this.popups.renew()}addForeign(t){t.length&&(this.layers.addForeign(t),this.controls.renderLayers())}};function fe(s,{district:t,subregion:e,by:n}){return[t,e,N(
s,n).length>0].join(" ")}function ls(s){return new _t(s)}return xe(hs);})();
